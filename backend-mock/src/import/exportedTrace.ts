import type { components } from '../contract/api.gen.js';
import { isObject } from '../payload/json.js';

type TraceInput = components['schemas']['TraceInput'];

/** Members that an exported trace has and a recorded call has not. */
const OWN_MEMBERS = ['request_id', 'start_time', 'status', 'model'];

/**
 * The trace of a line that `modeltrace export --format jsonl` wrote; undefined for other lines. Whether the trace is one
 * the server takes is the server's to say.
 */
export function exportedTrace(line: string): TraceInput | undefined {
  // Recorded calls, which are read later, are not parsed here.
  if (!OWN_MEMBERS.every((name) => line.includes(`"${name}"`))) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    const isTrace = isObject(value) && OWN_MEMBERS.every((name) => Object.hasOwn(value, name));
    return isTrace ? (value as unknown as TraceInput) : undefined;
  } catch {
    return undefined;
  }
}
