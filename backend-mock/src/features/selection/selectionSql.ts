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
  /** A condition in the query language. */
  query?: string | undefined;
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

function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.length === 0 ? '1' : conditions.map(({ sql }) => sql).join('\n  AND '),
    params: Object.assign({}, ...conditions.map(({ params }) => params)) as QueryParams,
    columns: new Set(conditions.flatMap(({ columns }) => [...columns])),
  };
}

function filterConditions(filters: TraceFilters): Condition[] {
  return ALL_DIMENSIONS.flatMap((dimension) => {
    const values = filters[dimension] ?? [];
    const [only] = values;
    if (only === undefined) return [];
    // Equality, not a list of one, lets the engine read a single model's rows in order of time.
    const name = `filter_${dimension}`;
    const isOne = values.length === 1;
    return [
      {
        sql: isOne ? `t.${dimension} = {${name}:String}` : `t.${dimension} IN {${name}:Array(String)}`,
        params: { [name]: isOne ? only : values },
        columns: new Set([dimension]),
      },
    ];
  });
}

/**
 * The condition on rows of `traces AS t` and its time range.
 * @throws INVALID_ARGUMENT when a time cannot be read or the range is empty.
 */
export function selectionParts(selection: Selection): SelectionParts {
  const conditions = filterConditions(selection.filters ?? {});
  if (selection.q !== undefined && selection.q !== '') {
    conditions.push({ sql: searchSql(), params: { q: selection.q }, columns: new Set([...SEARCHED_COLUMNS, 'tags']) });
  }
  return { ...timeRange(selection), rest: allOf(conditions) };
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
