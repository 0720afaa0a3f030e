import { valueText } from '../fact';
import type { SpanNode, SpanTree } from './spanTree';

/** The spans that are shown: without those below a closed one, or, while one searches, those found and what leads to them. */
interface VisibleSpans {
  nodes: SpanNode[];
  /** How many match the search; undefined without one. */
  found: number | undefined;
}

/** @param closed nodes whose children are hidden; a search opens everything */
export function visibleSpans(tree: SpanTree, closed: ReadonlySet<SpanNode>, search: string): VisibleSpans {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') {
    return { nodes: withoutClosed(tree, closed), found: undefined };
  }
  const shown = new Set<SpanNode>();
  let found = 0;
  for (const node of tree.nodes) {
    if (matches(node, wanted)) {
      found += 1;
      for (let above: SpanNode | undefined = node; above && !shown.has(above); above = above.parent) {
        shown.add(above);
      }
    }
  }
  return { nodes: tree.nodes.filter((node) => shown.has(node)), found };
}

function withoutClosed(tree: SpanTree, closed: ReadonlySet<SpanNode>): SpanNode[] {
  if (closed.size === 0) {
    return tree.nodes;
  }
  const hidden = new Set<SpanNode>();
  return tree.nodes.filter((node) => {
    const isHidden = node.parent !== undefined && (closed.has(node.parent) || hidden.has(node.parent));
    if (isHidden) {
      hidden.add(node);
    }
    return !isHidden;
  });
}

/** Name, service, status and the names and values of attributes and events. */
function matches({ span }: SpanNode, wanted: string): boolean {
  const has = (text: string | undefined) => text?.toLowerCase().includes(wanted) === true;
  const hasEntry = (entries: Record<string, unknown> | undefined) =>
    Object.entries(entries ?? {}).some(([name, value]) => has(name) || has(valueText(value)));
  return (
    [span.name, span.service, span.kind, span.status_code, span.status_message, span.span_id].some(has) ||
    hasEntry(span.attributes) ||
    (span.events ?? []).some((event) => has(event.name) || hasEntry(event.attributes))
  );
}
