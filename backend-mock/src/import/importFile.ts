import type { RetryOptions, TraceClient } from '@modeltrace/client';
import type { components } from '../contract/api.gen.js';
import { exportedTrace } from './exportedTrace.js';
import { readLines } from './lines.js';
import { RefusedCall } from './record.js';
import { ImportTally, type ImportSummary } from './summary.js';
import { toTraceInput } from './toTraceInput.js';

type TraceInput = components['schemas']['TraceInput'];

const MAX_LINE_BYTES = 32 * 1024 * 1024;
const BATCH_TRACES = 200;
const BATCH_BYTES = 2 * 1024 * 1024;
const BATCHES_UNDER_WAY = 2;

interface Batch {
  traces: TraceInput[];
  lines: number[];
  bytes: number;
}

function emptyBatch(): Batch {
  return { traces: [], lines: [], bytes: 0 };
}

function readCall(text: string | undefined): TraceInput {
  if (text === undefined) {
    throw new RefusedCall(`the line is longer than ${MAX_LINE_BYTES / 1024 / 1024} MB`);
  }
  return exportedTrace(text) ?? toTraceInput(text);
}

/**
 * Imports a JSON Lines file of recorded calls or exported traces into a trace server. Memory is bounded: one line is read at a time, and
 * at most a few batches of about 2 MB are under way. A line that cannot be imported is refused with a reason and the
 * others go on; importing the same file again stores nothing twice.
 *
 * @param retry How each batch waits for the server.
 * @throws TraceServerError when the server cannot take traces; the file system's error when the file cannot be read.
 */
export async function importFile(
  file: string,
  server: TraceClient,
  retry: () => RetryOptions = () => ({}),
): Promise<ImportSummary> {
  const tally = new ImportTally();
  const underWay = new Set<Promise<void>>();
  let batch = emptyBatch();

  const post = async ({ traces, lines }: Batch): Promise<void> => {
    const posted = await server.createTraces(traces, retry());
    const refused = new Set(posted.refused.map(({ index }) => index));
    traces
      .filter((_, index) => !refused.has(index))
      .forEach((trace) => {
        tally.addTrace(trace);
      });
    tally.addStored(posted.accepted, posted.duplicates);
    for (const { index, reason } of posted.refused) {
      tally.addRefused(lines[index] ?? 0, `the trace server: ${reason}`);
    }
  };
  const flush = async (): Promise<void> => {
    const posting = post(batch).finally(() => underWay.delete(posting));
    // A rejection is taken up by the awaits below; this keeps it from counting as unhandled until then.
    posting.catch(() => undefined);
    underWay.add(posting);
    batch = emptyBatch();
    if (underWay.size >= BATCHES_UNDER_WAY) {
      await Promise.race(underWay);
    }
  };

  for await (const { number, text } of readLines(file, MAX_LINE_BYTES)) {
    try {
      batch.traces.push(readCall(text));
      batch.lines.push(number);
      batch.bytes += text?.length ?? 0;
    } catch (error) {
      if (!(error instanceof RefusedCall)) {
        throw error;
      }
      tally.addRefused(number, error.message);
    }
    if (batch.traces.length >= BATCH_TRACES || batch.bytes >= BATCH_BYTES) {
      await flush();
    }
  }
  await flush();
  await Promise.all(underWay);
  return tally.summary();
}
