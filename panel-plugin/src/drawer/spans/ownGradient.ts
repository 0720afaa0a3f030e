import { ownStretches } from './ownTime';
import type { SpanNode } from './spanTree';

/** More stretches than this are narrower than a pixel on most screens; the bar is then of one colour. */
const MAX_STRETCHES = 100;

/** Background of a span's bar: `own` where the span itself worked, `waiting` where its children did. */
export function ownGradient(node: SpanNode, own: string, waiting: string): string {
  const { startMs, endMs, children } = node;
  const stretches = ownStretches(node);
  if (children.length === 0 || endMs <= startMs || stretches.length > MAX_STRETCHES) {
    return own;
  }
  const percent = (atMs: number) => `${((100 * (atMs - startMs)) / (endMs - startMs)).toFixed(2)}%`;
  const stops = stretches.flatMap((stretch) => [
    `${waiting} ${percent(stretch.startMs)}`,
    `${own} ${percent(stretch.startMs)} ${percent(stretch.endMs)}`,
    `${waiting} ${percent(stretch.endMs)}`,
  ]);
  return stops.length === 0 ? waiting : `linear-gradient(to right, ${stops.join(', ')})`;
}
