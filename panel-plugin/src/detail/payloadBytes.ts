import type { TraceDetail } from './fetchTrace';

/** Size in UTF-8 of one form of a payload, as its trace says; undefined where the trace came with its payloads. */
export function payloadBytes(payload: TraceDetail['input'], form: 'text' | 'json'): number | undefined {
  return form === 'text' ? payload.text_bytes : payload.json_bytes;
}
