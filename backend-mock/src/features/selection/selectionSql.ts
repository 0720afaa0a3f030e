import type { components } from '../../contract/api.gen.js';
import { DIMENSIONS } from '../../contract/constants.gen.js';
import { CodedError, invalidArgument } from '../../errors.js';
import { EXPECTED_TIME, toEngineTime } from '../../ingest/engineTime.js';
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
}

/** A condition of SQL with the values it needs. */
export interface Condition {
  /** Always a complete expression; `1` when everything is selected. */
  sql: string;
  params: QueryParams;
}

const SEARCHED_COLUMNS = ['request_id', 'input_text', 'output_text', 'error_message'];

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

/** Rows where any searched text holds the value of parameter `q`, whatever its case, in any script. */
function searchSql(): string {
  const found = (text: string) => `positionCaseInsensitiveUTF8(${text}, {q:String}) > 0`;
  return `(${[
    ...SEARCHED_COLUMNS.map((column) => found(`t.${column}`)),
    `arrayExists(tag -> ${found('tag')}, arrayConcat(mapKeys(t.tags), mapValues(t.tags)))`,
  ].join(' OR ')})`;
}

/** The condition that selects rows of `traces AS t`. */
export function selectionCondition(selection: Selection): Condition {
  const { from, to } = timeRange(selection);
  const conditions: string[] = [];
  const params: QueryParams = {};
  if (from !== undefined) {
    conditions.push("t.start_time >= {from:DateTime64(6, 'UTC')}");
    params['from'] = from;
  }
  if (to !== undefined) {
    conditions.push("t.start_time < {to:DateTime64(6, 'UTC')}");
    params['to'] = to;
  }
  for (const dimension of ALL_DIMENSIONS) {
    const values = selection.filters?.[dimension] ?? [];
    const [only] = values;
    if (only === undefined) continue;
    // Equality, not a list of one, lets the engine read a single model's rows in order of time.
    const name = `filter_${dimension}`;
    conditions.push(
      values.length === 1 ? `t.${dimension} = {${name}:String}` : `t.${dimension} IN {${name}:Array(String)}`,
    );
    params[name] = values.length === 1 ? only : values;
  }
  if (selection.q !== undefined && selection.q !== '') {
    conditions.push(searchSql());
    params['q'] = selection.q;
  }
  return { sql: conditions.length === 0 ? '1' : conditions.join('\n  AND '), params };
}
