import type { Operator } from './ast.js';
import type { FieldType } from './fields.js';

type Details = Readonly<Partial<Record<Operator, string>>>;

const DETAILS: Readonly<Record<Operator, string>> = {
  '=': 'is',
  '!=': 'is not',
  '>': 'more than',
  '<': 'less than',
  '>=': 'at least',
  '<=': 'at most',
  contains: 'contains, whatever the case',
  matches: 'matches a regular expression',
  in: 'is one of',
  exists: 'is known',
};

/** Where the type of field says more. */
const BY_TYPE: Readonly<Partial<Record<FieldType, Details>>> = {
  text: { '=': 'is, with wildcards * and ?', '!=': 'is not, with wildcards * and ?' },
  duration: { '=': 'is, such as 250ms or 1.5s', '>': 'longer than', '<': 'shorter than' },
  time: { '=': 'is at', '!=': 'is not at', '>': 'after', '<': 'before', '>=': 'at or after', '<=': 'at or before' },
};

/** What an operator does to a field of a type, in words. */
export function operatorDetail(operator: Operator, type: FieldType): string {
  return BY_TYPE[type]?.[operator] ?? DETAILS[operator];
}
