import { DIALECTS } from '../dialects/dialects.js';
import type { OtlpSpan } from '../message/readSpan.js';
import { amountOf, type FieldReader } from './lookup.js';

const ATTRIBUTES = DIALECTS.flatMap(({ firstToken = [] }) => firstToken);
const EVENTS = new Set(DIALECTS.flatMap(({ firstTokenEvents = [] }) => firstTokenEvents));

/** Milliseconds from the start to the first token: said by an attribute, or the time of an event; null if neither. */
export function firstTokenMs({ attributes, events, startMicros }: OtlpSpan, reader: FieldReader): number | null {
  for (const [name, milliseconds] of ATTRIBUTES) {
    const time = amountOf(attributes.get(name), Number.MAX_VALUE / 1000);
    if (time !== undefined) {
      reader.from['ttft_ms'] = name;
      return time * milliseconds;
    }
  }
  const first = events.find(({ name, timeMicros }) => EVENTS.has(name) && timeMicros >= startMicros);
  if (first === undefined) return null;
  reader.from['ttft_ms'] = first.name;
  return Number(first.timeMicros - startMicros) / 1000;
}
