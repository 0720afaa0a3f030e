interface Span {
  start: number;
  end: number;
}

/** A part of a row that looks the same all through. */
export interface Segment<Kind> extends Span {
  kind: Kind | undefined;
  mark: 'match' | 'current' | undefined;
}

export interface Mark extends Span {
  isCurrent: boolean;
}

/** Cuts the row [start, end) where a coloured span or a match begins or ends. Spans do not overlap, nor do marks. */
export function segmentsOf<Kind>(
  row: Span,
  spans: readonly (Span & { kind: Kind })[],
  marks: readonly Mark[]
): Segment<Kind>[] {
  const cuts = [...spans, ...marks].flatMap(({ start, end }) => [start, end]);
  const borders = [...new Set([row.start, ...cuts, row.end])]
    .filter((cut) => cut >= row.start && cut <= row.end)
    .sort((a, b) => a - b);
  return borders.slice(0, -1).map((start, index) => {
    const mark = marks.find((candidate) => covers(candidate, start));
    return {
      start,
      end: borders[index + 1] ?? row.end,
      kind: spans.find((candidate) => covers(candidate, start))?.kind,
      mark: mark === undefined ? undefined : mark.isCurrent ? 'current' : 'match',
    };
  });
}

function covers(span: Span, position: number): boolean {
  return span.start <= position && position < span.end;
}
