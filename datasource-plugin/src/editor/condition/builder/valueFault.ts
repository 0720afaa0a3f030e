import { queryField, type QueryFieldType, queryFieldType } from '../../../query/queryFields';
import { holdsVariable } from '../../../query/variablePattern';

/** How values of a type are written, for people. Text and choices need no hint. */
export const VALUE_HINTS: Readonly<Partial<Record<QueryFieldType, string>>> = {
  duration: 'm:s:ms such as 0:01:500, or 1.5s, 250ms, 2m',
  count: 'A number such as 200, 10k or 1.5M',
  number: 'A number such as 200 or 0.5',
  money: 'US dollars such as 0.50',
  time: 'A day such as 2026-11-21, or 2026-11-21T08:00:00Z',
};

const NUMBER = String.raw`(?:\d+(?:\.\d*)?|\.\d+)`;
const EXPONENT = String.raw`(?:[eE][+-]?\d{1,3})?`;

/** What the trace server takes for a value of the type; it has the last word. */
const FORMS: Readonly<Partial<Record<QueryFieldType, RegExp>>> = {
  duration: new RegExp(
    String.raw`^(?:${NUMBER}${EXPONENT}|\d{1,9}:\d{1,9}:\d{1,9}|(?:${NUMBER}(?:us|µs|ms|min|s|m|h|d))+)$`,
    'i'
  ),
  count: new RegExp(`^[+-]?${NUMBER}${EXPONENT}[kmg]?$`, 'i'),
  number: new RegExp(`^[+-]?${NUMBER}${EXPONENT}$`),
  money: new RegExp(String.raw`^\$?[+-]?${NUMBER}${EXPONENT}(?:usd)?$`, 'i'),
  time: /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/i,
  boolean: /^(?:true|false)$/i,
};

/** What is wrong with a value of a field, as a sentence; undefined when nothing is. A variable's value comes later. */
export function valueFault(field: string, value: string): string | undefined {
  if (holdsVariable(value)) {
    return undefined;
  }
  const type = queryFieldType(field);
  const choices = queryField(field)?.values;
  if (type === 'choice') {
    return choices?.includes(value.toLowerCase()) === false ? `Expected: one of ${choices.join(', ')}` : undefined;
  }
  return FORMS[type]?.test(value) === false ? `Expected: ${VALUE_HINTS[type] ?? 'true or false'}` : undefined;
}
