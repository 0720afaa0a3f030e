import { QUERY_FIELD_TYPES } from '../contract/constants.gen';
import { quotedValue } from '../selection/viewConditions';
import { type QueryOperator, queryFieldType } from './queryFields';

/** Whether traces with a value are wanted, or all others. */
type Wanted = 'only' | 'without';

/** OR binds least of all, so what may hold one is put in parentheses. Within quotation marks they do no harm. */
function grouped(condition: string): string {
  return /\bor\b/i.test(condition) ? `(${condition})` : condition;
}

/**
 * A query that holds for what both hold for. Both must be conditions that can be read by themselves; an empty one
 * holds for everything. A condition that is the query's end already is not added again.
 */
export function addCondition(query: string, condition: string): string {
  const [before, added] = [query.trim(), condition.trim()];
  if (before === '' || added === '') {
    return before === '' ? added : before;
  }
  const end = grouped(added);
  return before === added || before.endsWith(` AND ${end}`) ? before : `${grouped(before)} AND ${end}`;
}

/**
 * The condition for a value as a cell or the drawer shows it; durations in milliseconds, money in US dollars, times in
 * RFC 3339. A value that is not known is asked for as such; undefined where the query language cannot.
 */
export function valueCondition(
  field: string,
  value: string | number | boolean | null,
  wanted: Wanted
): string | undefined {
  const type = queryFieldType(field);
  if (value === null && type !== 'text') {
    const operators: readonly QueryOperator[] = QUERY_FIELD_TYPES[type].operators;
    const known = operators.includes('exists') ? `${field} exists` : undefined;
    return wanted === 'only' && known !== undefined ? `NOT ${known}` : known;
  }
  return `${field} ${wanted === 'only' ? '=' : '!='} ${quotedValue(String(value ?? ''))}`;
}
