import type { Connection } from './call.js';
import type { components } from './contract/api.gen.js';
import { TraceServerError } from './traceServerError.js';
import { type RetryOptions, withRetry } from './withRetry.js';

type TraceInput = components['schemas']['TraceInput'];

const REQUEST_TIMEOUT_MS = 120_000;

/** What became of the traces. */
export interface StoredTraces {
  /** Newly stored. */
  accepted: number;
  /** Stored before; left as they were. */
  duplicates: number;
  /** Traces that the server does not take: their index in what was given, and its reason. */
  refused: { index: number; reason: string }[];
}

const NOTHING: StoredTraces = { accepted: 0, duplicates: 0, refused: [] };

function timeLimited(signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}

/** What the parts of a batch came to; `indexOf` leads from a place in the second part to one in the whole. */
function joined(first: StoredTraces, second: StoredTraces, indexOf: (index: number) => number): StoredTraces {
  return {
    accepted: first.accepted + second.accepted,
    duplicates: first.duplicates + second.duplicates,
    refused: [...first.refused, ...second.refused.map(({ index, reason }) => ({ index: indexOf(index), reason }))],
  };
}

/** The trace that made the server refuse a batch, when it says which. */
function refusedOf(error: TraceServerError, count: number): { index: number; reason: string } | undefined {
  const index = Number(/^traces\[(\d+)\]/.exec(error.field ?? '')?.[1] ?? Number.NaN);
  if (error.status !== 400 || !(index < count)) return undefined;
  return { index, reason: error.message.replace(/^traces\[\d+\]\.?/, '') };
}

/**
 * Stores traces. The server takes a batch whole or not at all, so a trace that it refuses is taken out and the others
 * are sent again; a batch that is too large is halved; a server that is busy or away is asked again.
 * @throws TraceServerError when the server stays busy or away, or refuses for another reason than a trace.
 */
export async function createTraces(
  connection: Connection,
  traces: readonly TraceInput[],
  retry: RetryOptions = {},
): Promise<StoredTraces> {
  if (traces.length === 0) return NOTHING;
  const send = (part: readonly TraceInput[]) => createTraces(connection, part, retry);
  try {
    const counts = await withRetry(
      () =>
        connection.call('post')('/api/v1/traces', { body: { traces: [...traces] }, signal: timeLimited(retry.signal) }),
      retry,
    );
    return { accepted: counts.accepted, duplicates: counts.duplicates, refused: [] };
  } catch (error) {
    if (!(error instanceof TraceServerError)) throw error;
    const refused = refusedOf(error, traces.length);
    if (refused) {
      const rest = await send(traces.filter((_, index) => index !== refused.index));
      return joined({ ...NOTHING, refused: [refused] }, rest, (index) => (index >= refused.index ? index + 1 : index));
    }
    if (error.status !== 413) throw error;
    if (traces.length === 1) return { ...NOTHING, refused: [{ index: 0, reason: 'the trace is too large' }] };
    const middle = Math.ceil(traces.length / 2);
    const first = await send(traces.slice(0, middle));
    return joined(first, await send(traces.slice(middle)), (index) => index + middle);
  }
}
