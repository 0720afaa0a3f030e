import type { ComboboxOption } from '@grafana/ui';
import { builderOperators, queryFieldType } from '../../../query/queryFields';
import type { Operator } from './drafts';

const SIGNS: Readonly<Record<string, string>> = { '!=': '≠', '>=': '≥', '<=': '≤' };
const WORDS: Readonly<Record<string, string>> = {
  '=': 'is',
  '!=': 'is not',
  '>': 'more than',
  '<': 'less than',
  '>=': 'at least',
  '<=': 'at most',
  contains: 'has this text, whatever its case',
};
const TIME_WORDS: Readonly<Record<string, string>> = { '>': 'after', '<': 'before', '>=': 'from', '<=': 'up to' };

/** The operators that a field has in the builder. */
export function operatorOptions(field: string): ComboboxOption<Operator>[] {
  const words = queryFieldType(field) === 'time' ? TIME_WORDS : WORDS;
  return builderOperators(field).map((operator) => ({
    value: operator as Operator,
    label: SIGNS[operator] ?? operator,
    ...(words[operator] !== undefined && { description: words[operator] }),
  }));
}
