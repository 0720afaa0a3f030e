import type { QueryParseAnswer } from '../../resources/resources';

type Node = NonNullable<QueryParseAnswer['ast']>;

/** Why steps cannot show a condition that has no fault, as a sentence. */
export function whyNoSteps(ast: QueryParseAnswer['ast']): string {
  return `Steps cannot show ${(ast && obstacle(ast, true)) ?? 'all of this condition'}, so it stays text.`;
}

function obstacle(node: Node, isTop = false): string | undefined {
  switch (node.kind) {
    case 'not':
      return 'NOT';
    case 'text':
      return 'text to search for without a field';
    case 'and':
    case 'or':
      return isTop ? firstObstacle(node.nodes ?? []) : 'AND and OR in one condition';
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

function comparisonObstacle({ field, operator, values }: Node): string | undefined {
  if (field?.startsWith('$') === true) {
    return 'JSONPath';
  }
  if (operator === 'in' || (values ?? []).length > 1) {
    return 'a list of values';
  }
  if (operator === 'matches' || operator === 'exists') {
    return `the operator ${operator}`;
  }
  return values?.some(({ type }) => type === 'pattern') === true ? 'the wildcards * and ?' : undefined;
}
