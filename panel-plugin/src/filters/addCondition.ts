import { QUERY_FIELD_TYPES } from '../contract/constants.gen';
import { quotedValue } from '../selection/viewConditions';
import { conjuncts } from './conjuncts';
import { type QueryOperator, queryFieldType } from './queryFields';

/** Whether traces with a value are wanted, or all others. */
type Wanted = 'only' | 'without';

/** OR binds least of all, so what may hold one is put in parentheses. Within quotation marks they do no harm. */
function grouped(condition: string): string {
  return /\bor\b/i.test(condition) ? `(${condition})` : condition;
}

/**
 * A query that holds for what both hold for. Both must be conditions that can be read by themselves; an empty one
 * holds for everything. A condition that the query has already is not added again, and takes the place of the very
 * opposite: whoever filters for a value after having filtered it out has changed his mind.
 */
export function addCondition(query: string, condition: string): string {
  const [before, added] = [query.trim(), condition.trim()];
  if (before === '' || added === '') {
    return before === '' ? added : before;
  }
  const end = grouped(added);
  const parts = conjuncts(before);
  const isIn = (condition: string) => parts?.some((part) => bare(part) === bare(condition));
  if (before === added || isIn(end)) {
    return before;
  }
  const opposite = oppositeOf(added);
  if (parts && opposite !== undefined && isIn(opposite)) {
    return [...parts.filter((part) => bare(part) !== bare(opposite)), end].join(' AND ');
  }
  return `${grouped(before)} AND ${end}`;
}

/** The trace server writes a simple value without quotation marks. */
function bare(condition: string): string {
  return condition.replace(/ "([\w.-]+)"$/, ' $1');
}

const COMPARISON = /^([^\s"()]+|tags\["(?:[^"\\]|\\.)*"\]) (=|!=) ("(?:[^"\\]|\\.)*")$/s;

/** The condition that holds exactly where one of `valueCondition` does not; undefined for all others. */
function oppositeOf(condition: string): string | undefined {
  const [, field, operator, value] = COMPARISON.exec(condition) ?? [];
  if (field !== undefined && value !== undefined) {
    return `${field} ${operator === '=' ? '!=' : '='} ${value}`;
  }
  const known = /^(NOT )?(\w+ exists)$/.exec(condition);
  return known?.[2] === undefined ? undefined : known[1] === undefined ? `NOT ${known[2]}` : known[2];
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
