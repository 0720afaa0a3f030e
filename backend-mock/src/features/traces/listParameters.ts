import { CodedError } from '../../errors.js';
import { type SelectionQuery, selectionOfQuery } from '../selection/selectionQuery.js';
import { readCursor } from './cursor.js';
import type { Edge } from './keysetSql.js';
import type { ListRequest } from './listSql.js';
import type { ListOrder, ListSort } from './sortColumns.js';

/** Parameters that say which list is meant. */
export interface ListParameters extends SelectionQuery {
  sort: ListSort;
  order: ListOrder;
  budget_ms: number;
  trace_id?: string;
}

/** Parameters of a page of a list. */
export interface PageParameters extends ListParameters {
  limit: number;
  cursor?: string;
  before?: string;
}

/** The list without a place in it. */
export function listOf(query: ListParameters): Omit<ListRequest, 'limit' | 'edge'> {
  const { sort, order, trace_id: traceId } = query;
  return { selection: selectionOfQuery(query), traceId, sort, order };
}

function edgeOf({ sort, order, cursor, before }: PageParameters): Edge | undefined {
  if (cursor !== undefined && before !== undefined) {
    throw new CodedError('INVALID_ARGUMENT', 'cursor and before cannot be given together.', {
      field: 'before',
      expected: 'to be left out when cursor is given',
    });
  }
  if (cursor !== undefined) return { side: 'after', position: readCursor(cursor, { sort, order }, 'cursor') };
  if (before !== undefined) return { side: 'before', position: readCursor(before, { sort, order }, 'before') };
  return undefined;
}

/**
 * The page that a query string asks for.
 * @throws INVALID_ARGUMENT when its cursor is none of this list.
 */
export function pageOf(query: PageParameters): ListRequest {
  return { ...listOf(query), limit: query.limit, edge: edgeOf(query) };
}
