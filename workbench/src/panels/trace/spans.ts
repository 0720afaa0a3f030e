import type { DataFrame, LinkModel } from '@grafana/data';

/** One value of a span's tags or logs. */
export interface Tag {
  key: string;
  value: unknown;
}

/** A span of a frame in Grafana's trace view format. Times in milliseconds. */
export interface Span {
  id: string;
  operation: string;
  service: string;
  startMs: number;
  durationMs: number;
  failed: boolean;
  message: string;
  depth: number;
  tags: Tag[];
  events: { atMs: number; fields: Tag[] }[];
  links: LinkModel[];
}

/** `statusCode` of a span that failed, as OpenTelemetry numbers it. */
const FAILED = 2;

/** The spans of a trace from the outermost inwards, each below its parent; siblings by their start. */
export function spansOf(frame: DataFrame): Span[] {
  const parents = new Map<string, string>();
  const spans = Array.from({ length: frame.length }, (_, row) => {
    const span = spanAt(frame, row);
    parents.set(span.id, textOf(valueAt(frame, 'parentSpanID', row)));
    return span;
  }).sort((a, b) => a.startMs - b.startMs);
  const known = new Set(spans.map(({ id }) => id));
  const ordered: Span[] = [];
  const placed = new Set<Span>();
  const place = (span: Span, depth: number): void => {
    // A span that names itself or a child as its parent is placed once.
    if (placed.has(span)) {
      return;
    }
    placed.add(span);
    ordered.push({ ...span, depth });
    for (const child of spans.filter(({ id }) => parents.get(id) === span.id)) {
      place(child, depth + 1);
    }
  };
  for (const span of spans.filter(({ id }) => !known.has(parents.get(id) ?? ''))) {
    place(span, 0);
  }
  for (const span of spans) {
    place(span, 0);
  }
  return ordered;
}

function spanAt(frame: DataFrame, row: number): Span {
  const tags = [...tagsOf(valueAt(frame, 'tags', row)), ...tagsOf(valueAt(frame, 'serviceTags', row))];
  return {
    id: textOf(valueAt(frame, 'spanID', row)),
    operation: textOf(valueAt(frame, 'operationName', row)),
    service: textOf(valueAt(frame, 'serviceName', row)),
    startMs: numberOf(valueAt(frame, 'startTime', row)),
    durationMs: numberOf(valueAt(frame, 'duration', row)),
    failed:
      valueAt(frame, 'statusCode', row) === FAILED || tags.some(({ key, value }) => key === 'error' && value === true),
    message: textOf(valueAt(frame, 'statusMessage', row)),
    depth: 0,
    tags,
    events: listOf(valueAt(frame, 'logs', row)).map((log) => ({
      atMs: numberOf((log as { timestamp?: unknown }).timestamp),
      fields: tagsOf((log as { fields?: unknown }).fields),
    })),
    links: frame.fields.flatMap((field) => field.getLinks?.({ valueRowIndex: row }) ?? []),
  };
}

const valueAt = (frame: DataFrame, name: string, row: number): unknown =>
  frame.fields.find((field) => field.name === name)?.values[row];
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
const tagsOf = (value: unknown): Tag[] =>
  listOf(value).filter((tag): tag is Tag => typeof (tag as Partial<Tag>).key === 'string');
