import type { QueryNode } from '../../query/ast.js';

/**
 * The model that all traces of a condition are of, as far as the condition says so by itself: by a filter, or by a
 * comparison that everything else is joined to by AND.
 */
export function onlyModel(node: QueryNode | undefined): string | undefined {
  if (node?.kind === 'and') {
    return node.nodes.map(onlyModel).find((model) => model !== undefined);
  }
  if (node?.kind !== 'compare' || node.subject.kind !== 'field' || node.subject.name !== 'model') {
    return undefined;
  }
  const [value] = node.values;
  const isOne = node.values.length === 1 && (node.operator === '=' || node.operator === 'in');
  return isOne && value?.type === 'text' ? value.text : undefined;
}
