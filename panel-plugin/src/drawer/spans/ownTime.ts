import type { SpanNode } from './spanTree';

/** A stretch of time in milliseconds since 1970. */
interface Stretch {
  startMs: number;
  endMs: number;
}

/** Of a tree that no longer changes. A root with ten thousand children is not sorted anew with each row that is drawn. */
const stretchesOf = new WeakMap<SpanNode, readonly Stretch[]>();

/**
 * When a span itself worked: its time without that of its children. Children that run at the same time count once, and
 * only what lies within the span: a child that was started and not waited for takes nothing from its parent afterwards.
 */
export function ownStretches(node: SpanNode): readonly Stretch[] {
  const known = stretchesOf.get(node) ?? stretches(node);
  stretchesOf.set(node, known);
  return known;
}

function stretches({ startMs, endMs, children }: SpanNode): Stretch[] {
  const busy = children
    .map((child) => ({ startMs: Math.max(child.startMs, startMs), endMs: Math.min(child.endMs, endMs) }))
    .filter((child) => child.endMs > child.startMs)
    .sort((a, b) => a.startMs - b.startMs);
  const own: Stretch[] = [];
  let at = startMs;
  for (const child of busy) {
    if (child.startMs > at) {
      own.push({ startMs: at, endMs: child.startMs });
    }
    at = Math.max(at, child.endMs);
  }
  if (endMs > at) {
    own.push({ startMs: at, endMs });
  }
  return own;
}

/** Milliseconds of a span's own work: its duration when it has no children, null when that is not known. */
export function ownTimeMs(node: SpanNode): number | null {
  if (node.durationMs === null) {
    return null;
  }
  return ownStretches(node).reduce((sum, stretch) => sum + stretch.endMs - stretch.startMs, 0);
}
