import type { SpanNode } from './spanTree';

/** What a key does in the tree. */
type TreeAction = { kind: 'move'; to: SpanNode } | { kind: 'open' | 'close' | 'select'; node: SpanNode } | undefined;

/**
 * The keyboard model of a tree (WAI-ARIA Authoring Practices): up and down move, right opens and then goes to the first
 * child, left closes and then goes to the parent, Home and End go to the ends, Enter and Space choose.
 * @param nodes those that are shown, in order
 * @param isOpen whether the children of a node are shown
 */
export function treeAction(
  key: string,
  nodes: readonly SpanNode[],
  active: SpanNode,
  isOpen: (node: SpanNode) => boolean
): TreeAction {
  const at = nodes.indexOf(active);
  switch (key) {
    case 'ArrowDown':
      return moveTo(nodes[at + 1]);
    case 'ArrowUp':
      return moveTo(nodes[at - 1]);
    case 'Home':
      return moveTo(nodes[0]);
    case 'End':
      return moveTo(nodes[nodes.length - 1]);
    case 'ArrowRight':
      return right(nodes, active, isOpen);
    case 'ArrowLeft':
      return active.children.length > 0 && isOpen(active) ? { kind: 'close', node: active } : moveTo(active.parent);
    case 'Enter':
    case ' ':
      return { kind: 'select', node: active };
    default:
      return undefined;
  }
}

function right(nodes: readonly SpanNode[], active: SpanNode, isOpen: (node: SpanNode) => boolean): TreeAction {
  if (active.children.length === 0) {
    return undefined;
  }
  return isOpen(active)
    ? moveTo(active.children.find((child) => nodes.includes(child)))
    : { kind: 'open', node: active };
}

function moveTo(node: SpanNode | undefined): TreeAction {
  return node && { kind: 'move', to: node };
}
