import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

export const SPANS = 2;
export const TRACES_PER_BATCH = 20;
const FIRST_TIME = Date.parse('2026-11-01T00:00:00Z');
/** The traces of a round lie in two days, so that hours and days are added up beforehand. */
export const PERIOD = { from: '2026-11-01T00:00:00Z', to: '2026-11-03T00:00:00Z' };
const PERIOD_MS = Date.parse(PERIOD.to) - FIRST_TIME;

export const modelOf = (round) => `soak-${round}`;

/** What was asked and answered: known again from the id alone. */
export function payloadOf(id) {
  const noise = createHash('sha512').update(id).digest('hex').repeat(8);
  return { prompt: `question ${id} ${noise}`, answer: `answer ${id} ${noise}` };
}

/** Tokens of a trace, so that sums tell one missing trace from another. */
export function tokensOf(id) {
  return 1 + (createHash('sha256').update(id).digest().readUInt16BE() % 5000);
}

function traceOf(round, id) {
  const number = createHash('sha256').update(`time ${id}`).digest().readUInt32BE();
  const time = new Date(FIRST_TIME + (number % PERIOD_MS)).toISOString();
  const { prompt, answer } = payloadOf(id);
  return {
    request_id: id,
    model: modelOf(round),
    provider: 'openai',
    operation: 'chat',
    status: 'success',
    start_time: time,
    duration_ms: 5,
    input_tokens: tokensOf(id),
    output_tokens: 1,
    input: { model: 'soak', messages: [{ role: 'user', content: prompt }] },
    output: { choices: [{ message: { role: 'assistant', content: answer }, finish_reason: 'stop' }] },
    spans: Array.from({ length: SPANS }, (_, index) => ({
      span_id: createHash('sha256').update(`${id} ${index}`).digest('hex').slice(0, 16),
      name: 'tool',
      start_time: time,
      duration_ms: 1,
    })),
  };
}

/**
 * Sends batches until told to stop. A batch that is refused or cut off is sent again, as a client does, except every
 * third, which is given up: its traces may be stored or not, but not in parts.
 */
export function startTraffic(url, round, senders) {
  const sent = { acknowledged: new Set(), givenUp: new Set(), cuts: 0 };
  let isStopping = false;
  const attempt = async (traces) => {
    try {
      const answer = await fetch(`${url}/api/v1/traces`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ traces }),
        signal: AbortSignal.timeout(60_000),
      });
      await answer.arrayBuffer();
      if (answer.status === 201) return true;
      if (![429, 500, 503].includes(answer.status)) throw new TypeError(`A batch was answered with ${answer.status}.`);
    } catch (error) {
      if (error instanceof TypeError && error.message.startsWith('A batch')) throw error;
    }
    return false;
  };
  const send = async (sender) => {
    for (let batch = 0; !isStopping; batch++) {
      const ids = Array.from({ length: TRACES_PER_BATCH }, (_, index) => `soak-${round}-${sender}-${batch}-${index}`);
      const traces = ids.map((id) => traceOf(round, id));
      let isStored = await attempt(traces);
      if (!isStored) sent.cuts += 1;
      if (!isStored && batch % 3 === 0) {
        for (const id of ids) sent.givenUp.add(id);
        continue;
      }
      while (!isStored) {
        await delay(50);
        isStored = await attempt(traces);
      }
      for (const id of ids) sent.acknowledged.add(id);
    }
  };
  const sending = Promise.all(Array.from({ length: senders }, (_, sender) => send(sender)));
  sending.catch(() => undefined);
  return {
    sent,
    stop: async () => {
      isStopping = true;
      await sending;
      return sent;
    },
  };
}
