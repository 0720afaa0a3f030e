import type { components } from '../../contract/api.gen';

type Span = components['schemas']['Span'];

/** A span and how deep it lies below its root. */
export interface SpanRow {
  span: Span;
  depth: number;
}

/**
 * Spans as an outline, parents before children and by start time. A span whose parent is not among them is a root;
 * spans that are each other's parents (broken input) are listed at the end.
 */
export function spanRows(spans: readonly Span[]): SpanRow[] {
  const byStart = [...spans].sort((a, b) => Date.parse(a.start_time) - Date.parse(b.start_time));
  const ids = new Set(byStart.map((span) => span.span_id));
  const children = new Map<string, Span[]>();
  const roots: Span[] = [];
  for (const span of byStart) {
    const parent = span.parent_span_id ?? '';
    if (parent === '' || parent === span.span_id || !ids.has(parent)) {
      roots.push(span);
    } else {
      const siblings = children.get(parent);
      if (siblings) {
        siblings.push(span);
      } else {
        children.set(parent, [span]);
      }
    }
  }
  const rows = outline(roots, children);
  const listed = new Set(rows.map((row) => row.span));
  return [...rows, ...byStart.filter((span) => !listed.has(span)).map((span) => ({ span, depth: 0 }))];
}

/** Without recursion, and without spreading into arguments: ten thousand spans in a chain or side by side are allowed. */
function outline(roots: readonly Span[], children: ReadonlyMap<string, Span[]>): SpanRow[] {
  const rows: SpanRow[] = [];
  const listed = new Set<Span>();
  const waiting = roots.map((span) => ({ span, depth: 0 })).reverse();
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    if (listed.has(row.span)) {
      continue;
    }
    listed.add(row.span);
    rows.push(row);
    const depth = row.depth + 1;
    for (const span of [...(children.get(row.span.span_id) ?? [])].reverse()) {
      waiting.push({ span, depth });
    }
  }
  return rows;
}
