import { t } from '@grafana/i18n';
import type { DraftStep, StepProblem } from './drafts';
import { queryField, type QueryFieldType, queryFieldLabel, queryFieldType, type QueryOperator } from './queryFields';

const SIGNS: Readonly<Partial<Record<QueryOperator, string>>> = { '!=': '≠', '>=': '≥', '<=': '≤' };

/** An operator as it is shown: ≠ for !=. */
export function operatorSign(operator: QueryOperator): string {
  return operator === 'contains' ? t('filters.operator.contains', 'contains') : (SIGNS[operator] ?? operator);
}

/** What an operator of the builder means, for a field of this type. */
export function operatorMeaning(operator: QueryOperator, type: QueryFieldType): string | undefined {
  const isTime = type === 'time';
  switch (operator) {
    case '=':
      return t('filters.operator.is', 'is');
    case '!=':
      return t('filters.operator.is-not', 'is not');
    case '>':
      return isTime ? t('filters.operator.after', 'after') : t('filters.operator.more', 'more than');
    case '<':
      return isTime ? t('filters.operator.before', 'before') : t('filters.operator.less', 'less than');
    case '>=':
      return isTime ? t('filters.operator.from', 'from') : t('filters.operator.at-least', 'at least');
    case '<=':
      return isTime ? t('filters.operator.up-to', 'up to') : t('filters.operator.at-most', 'at most');
    case 'contains':
      return t('filters.operator.has-text', 'has this text, whatever its case');
    case 'matches':
    case 'in':
    case 'exists':
      return undefined;
  }
}

/** How values of a type are written, for people; undefined where any text will do. */
export function valueHint(type: QueryFieldType): string | undefined {
  switch (type) {
    case 'duration':
      return t('filters.hint.duration', 'm:s:ms such as 0:01:500, or 1.5s, 250ms');
    case 'count':
      return t('filters.hint.count', 'A number such as 200, 10k or 1.5M');
    case 'number':
      return t('filters.hint.number', 'A number such as 200 or 0.5');
    case 'money':
      return t('filters.hint.money', 'US dollars such as 0.50');
    case 'time':
      return t('filters.hint.time', 'A day such as 2026-11-21, or 2026-11-21T08:00:00Z');
    case 'text':
    case 'choice':
    case 'boolean':
      return undefined;
  }
}

/** What to do about a step that cannot be applied. */
export function problemWords(problem: StepProblem, { field = '' }: DraftStep): string {
  switch (problem) {
    case 'no-field':
      return t('filters.problem.no-field', 'Choose a column, or remove this step.');
    case 'no-value':
      return t('filters.problem.no-value', 'Give a value, or remove this step.');
    case 'wrong-value':
      return t('filters.problem.wrong-value', '{{field}} does not take this value. Expected: {{expected}}', {
        field: queryFieldLabel(field),
        expected: expectedOf(field),
        interpolation: { escapeValue: false },
      });
  }
}

function expectedOf(field: string): string {
  return queryField(field)?.values?.join(', ') ?? valueHint(queryFieldType(field)) ?? 'true, false';
}
