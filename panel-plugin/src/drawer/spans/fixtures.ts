import type { Span } from './spanTree';

const STARTED_MS = Date.parse('2026-11-21T08:00:00Z');

/** A span of a test: its id, its parent's, and its start and length in milliseconds since the first. */
export function testSpan(
  id: string,
  parent: string,
  startMs: number,
  durationMs: number,
  over: Partial<Span> = {}
): Span {
  return {
    span_id: id,
    parent_span_id: parent,
    name: id,
    start_time: new Date(STARTED_MS + startMs).toISOString(),
    duration_ms: durationMs,
    ...over,
  };
}
