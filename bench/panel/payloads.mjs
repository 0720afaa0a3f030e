import { UNTIL } from '../server/dataSet.mjs';

/** The text with which each measured payload begins. */
export const FIRST_WORDS = 'First words of the payload';

/** Sizes of the outputs whose drawer is opened, in bytes, and the request ids of their traces. */
export const PAYLOADS = [
  { name: '10 KB', bytes: 10_000, requestId: 'bench-payload-10kb' },
  { name: '20 MB', bytes: 20_000_000, requestId: 'bench-payload-20mb' },
];

const LINE = 'The quick brown fox jumps over the lazy dog; señor Müller pays 12,34 € for “nothing”.\n';

/** Stores the traces; sending them twice stores them once. */
export async function postPayloads(traceServerUrl) {
  for (const { bytes, requestId } of PAYLOADS) {
    const text = `${FIRST_WORDS}\n${LINE.repeat(Math.ceil(bytes / Buffer.byteLength(LINE)))}`;
    const trace = {
      request_id: requestId,
      start_time: new Date(Date.parse(UNTIL) - 60_000).toISOString(),
      duration_ms: 1000,
      status: 'success',
      model: 'bench',
      model_type: 'external',
      input: 'Write much.',
      output: { choices: [{ message: { role: 'assistant', content: text }, finish_reason: 'stop' }] },
    };
    const answer = await fetch(new URL('/api/v1/traces', traceServerUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ traces: [trace] }),
    });
    if (answer.status !== 201) throw new Error(`Storing ${requestId} was answered with ${answer.status}.`);
  }
}
