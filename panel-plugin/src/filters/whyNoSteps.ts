import { t } from '@grafana/i18n';
import type { components } from '../contract/api.gen';

type Node = components['schemas']['QueryNode'];

/** Why the filter builder cannot show a condition that has no fault, as a sentence. */
export function whyNoSteps(ast: Node | null): string {
  const what = (ast && obstacle(ast, true)) ?? t('filters.no-steps.something', 'a part of it');
  return t('filters.no-steps.sentence', 'The filter builder cannot show this condition because of {{what}}.', {
    what,
    interpolation: { escapeValue: false },
  });
}

function obstacle(node: Node, isTop = false): string | undefined {
  switch (node.kind) {
    case 'not':
      return t('filters.no-steps.not', 'NOT');
    case 'text':
      return t('filters.no-steps.text', 'text that is searched for without a column');
    case 'and':
    case 'or':
      return isTop ? firstObstacle(node.nodes ?? []) : t('filters.no-steps.mixed', 'AND and OR together');
    case 'compare':
      return comparisonObstacle(node);
  }
}

function firstObstacle(nodes: Node[]): string | undefined {
  for (const node of nodes) {
    const found = obstacle(node);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function comparisonObstacle({ field, operator, values = [] }: Node): string | undefined {
  if (field?.startsWith('$') === true) {
    return t('filters.no-steps.json-path', 'JSONPath');
  }
  if (operator === 'in' || values.length > 1) {
    return t('filters.no-steps.list', 'a list of values');
  }
  if (operator === 'matches' || operator === 'exists') {
    return t('filters.no-steps.operator', 'the operator {{operator}}', { operator });
  }
  return values.some(({ type }) => type === 'pattern')
    ? t('filters.no-steps.wildcards', 'the wildcards * and ?')
    : undefined;
}
