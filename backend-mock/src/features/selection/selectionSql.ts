import type { components } from '../../contract/api.gen.js';
import { DIMENSIONS } from '../../contract/constants.gen.js';
import { CodedError, invalidArgument } from '../../errors.js';
import { EXPECTED_TIME, toEngineTime } from '../../ingest/engineTime.js';
import { joined, type QueryNode } from '../../query/ast.js';
import { readQuery } from '../../query/readQuery.js';
import { compile } from '../../query/sql/compile.js';
import type { QueryParams } from '../../store/paramsForm.js';

/** Fields to filter and group by. */
export type Dimension = components['schemas']['Dimension'];
type TraceFilters = components['schemas']['TraceFilters'];

/** All dimensions, as the contract lists them; each is a column of `traces`. */
export const ALL_DIMENSIONS = Object.keys(DIMENSIONS) as Dimension[];

/** Which traces a request is about. */
export interface Selection {
  from?: string | undefined;
  to?: string | undefined;
  filters?: TraceFilters | undefined;
  q?: string | undefined;
  /** A condition in the query language. */
  query?: string | undefined;
  /** Further conditions in the query language, each read by itself. */
  condition?: readonly string[] | undefined;
}

/** A condition of SQL with the values it needs. */
export interface Condition {
  /** Always a complete expression; `1` when everything is selected. */
  sql: string;
  params: QueryParams;
  /** Columns of `traces` that the expression reads: what may be answered without the payloads, or from a projection. */
  columns: ReadonlySet<string>;
}

/** A selection with its time range apart: what is summed up beforehand has its own way to say when. */
export interface SelectionParts {
  /** Inclusive, in the engine's form. */
  from?: string;
  /** Exclusive, in the engine's form. */
  to?: string;
  /** Everything but the time range. */
  rest: Condition;
}

function timeOf(text: string, field: string): string {
  const time = toEngineTime(text);
  if (time === undefined) throw invalidArgument(field, EXPECTED_TIME);
  return time;
}

/**
 * The time range in the engine's form.
 * @throws INVALID_ARGUMENT when a time cannot be read or the range is empty.
 */
export function timeRange(selection: Pick<Selection, 'from' | 'to'>): { from?: string; to?: string } {
  const from = selection.from === undefined ? undefined : timeOf(selection.from, 'from');
  const to = selection.to === undefined ? undefined : timeOf(selection.to, 'to');
  if (from !== undefined && to !== undefined && from >= to) {
    throw new CodedError('INVALID_ARGUMENT', 'to must be later than from.', {
      field: 'to',
      expected: 'a time later than from',
    });
  }
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.length === 0 ? '1' : conditions.map(({ sql }) => sql).join('\n  AND '),
    params: Object.assign({}, ...conditions.map(({ params }) => params)) as QueryParams,
    columns: new Set(conditions.flatMap(({ columns }) => [...columns])),
  };
}

/** Filters and searched text as conditions of the query language. */
function givenNodes({ filters, q }: Selection): QueryNode[] {
  const filtered = ALL_DIMENSIONS.flatMap((name): QueryNode[] => {
    const values = filters?.[name] ?? [];
    if (values.length === 0) return [];
    const texts = values.map((text) => ({ type: 'text' as const, text }));
    return [{ kind: 'compare', subject: { kind: 'field', name }, operator: 'in', values: texts }];
  });
  return q === undefined || q === '' ? filtered : [...filtered, { kind: 'text', value: { type: 'text', text: q } }];
}

/**
 * Everything but the time range as one condition of the query language; undefined when that selects all.
 * @throws INVALID_ARGUMENT when the query has a fault.
 */
export function selectionNode(selection: Selection): QueryNode | undefined {
  const queried = selection.query === undefined ? undefined : readQuery(selection.query);
  const further = (selection.condition ?? []).flatMap((text, index) => readQuery(text, `condition[${index}]`) ?? []);
  const nodes = [...givenNodes(selection), ...(queried ? [queried] : []), ...further];
  return nodes.length === 0 ? undefined : joined('and', nodes);
}

/** Names of the parameters in a selection's condition start with this. */
const PARAMETER_PREFIX = 'condition_';

/**
 * The condition on rows of `traces AS t` and its time range. Filters, searched text and query are one condition of the
 * query language, so whoever selects traces selects the same ones.
 * @throws INVALID_ARGUMENT when a time cannot be read, the range is empty, or the query has a fault.
 */
export function selectionParts(selection: Selection): SelectionParts {
  const node = selectionNode(selection);
  const rest = node ? compile(node, PARAMETER_PREFIX) : { sql: '1', params: {}, columns: new Set<string>() };
  return { ...timeRange(selection), rest };
}

/** The condition on the time of rows of `traces AS t`; it compares the raw column, which is what the engine skips data by. */
export function timeCondition({ from, to }: Pick<SelectionParts, 'from' | 'to'>): Condition {
  const columns = new Set(['start_time']);
  return allOf([
    ...(from === undefined ? [] : [{ sql: "t.start_time >= {from:DateTime64(6, 'UTC')}", params: { from }, columns }]),
    ...(to === undefined ? [] : [{ sql: "t.start_time < {to:DateTime64(6, 'UTC')}", params: { to }, columns }]),
  ]);
}

/** The condition that selects rows of `traces AS t`. */
export function selectionCondition(selection: Selection): Condition {
  const parts = selectionParts(selection);
  const time = timeCondition(parts);
  return allOf([time, parts.rest].filter(({ sql }) => sql !== '1'));
}
