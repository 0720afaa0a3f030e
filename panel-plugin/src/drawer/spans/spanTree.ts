import type { components } from '../../contract/api.gen';

export type Span = components['schemas']['Span'];

/** A span in its tree. Times are milliseconds since 1970. */
export interface SpanNode {
  span: Span;
  /** Place in the tree's order, parents before children; tells nodes apart even when ids are given twice. */
  index: number;
  /** 1 for roots, as aria-level counts. */
  level: number;
  parent: SpanNode | undefined;
  children: SpanNode[];
  startMs: number;
  /** The start where it is not known how long it took. */
  endMs: number;
  /** Null where it is not known. */
  durationMs: number | null;
}

export interface SpanTree {
  roots: SpanNode[];
  /** All nodes, parents before children, siblings by start. */
  nodes: SpanNode[];
  startMs: number;
  endMs: number;
}

/**
 * Spans as a tree. A span whose parent is not among them is a root. Of spans that are each other's parents (broken
 * input) the earliest becomes a root, so that every span is shown once. Without recursion, and without spreading into
 * arguments: ten thousand spans in a chain or side by side are allowed.
 * @param isUnknown which spans have a duration of 0 only because it is not known
 */
export function spanTree(spans: readonly Span[], isUnknown: (span: Span) => boolean = () => false): SpanTree {
  const nodes = spans.map((span) => loneNode(span, isUnknown(span))).sort((a, b) => a.startMs - b.startMs);
  const roots = linkParents(nodes);
  const ordered: SpanNode[] = [];
  const seen = new Set<SpanNode>();
  for (const root of roots) {
    walk(root, ordered, seen);
  }
  for (const node of nodes) {
    if (!seen.has(node)) {
      detach(node);
      roots.push(node);
      walk(node, ordered, seen);
    }
  }
  ordered.forEach((node, index) => {
    node.index = index;
  });
  return {
    roots,
    nodes: ordered,
    startMs: ordered.reduce((start, node) => Math.min(start, node.startMs), ordered[0]?.startMs ?? 0),
    endMs: ordered.reduce((end, node) => Math.max(end, node.endMs), ordered[0]?.endMs ?? 0),
  };
}

/** Times that cannot be read count as 1970; the trace server takes none. */
function loneNode(span: Span, isUnknown: boolean): SpanNode {
  const parsed = Date.parse(span.start_time);
  const startMs = Number.isNaN(parsed) ? 0 : parsed + microseconds(span.start_time);
  const durationMs = !isUnknown && Number.isFinite(span.duration_ms) ? Math.max(0, span.duration_ms) : null;
  const endMs = startMs + (durationMs ?? 0);
  return { span, index: 0, level: 1, parent: undefined, children: [], startMs, endMs, durationMs };
}

/** Date.parse reads milliseconds only; spans of fast steps differ in the digits after them. */
function microseconds(time: string): number {
  const digits = /\.\d{3}(\d{1,6})/.exec(time)?.[1];
  return digits === undefined ? 0 : Number(`0.${digits}`);
}

function linkParents(nodes: readonly SpanNode[]): SpanNode[] {
  const byId = new Map<string, SpanNode>();
  for (const node of nodes) {
    if (!byId.has(node.span.span_id)) {
      byId.set(node.span.span_id, node);
    }
  }
  const roots: SpanNode[] = [];
  for (const node of nodes) {
    const parent = byId.get(node.span.parent_span_id ?? '');
    if (parent === undefined || parent === node) {
      roots.push(node);
    } else {
      node.parent = parent;
      parent.children.push(node);
    }
  }
  return roots;
}

function walk(root: SpanNode, ordered: SpanNode[], seen: Set<SpanNode>): void {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) {
      continue;
    }
    seen.add(node);
    node.level = (node.parent?.level ?? 0) + 1;
    ordered.push(node);
    for (let child = node.children.length - 1; child >= 0; child -= 1) {
      waiting.push(node.children[child] ?? node);
    }
  }
}

/** Cuts a ring of parents open above this node. */
function detach(node: SpanNode): void {
  if (node.parent) {
    node.parent.children = node.parent.children.filter((child) => child !== node);
    node.parent = undefined;
  }
}
