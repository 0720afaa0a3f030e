import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TraceInput } from '../../ingest/traceRow.js';
import { toEngineTime } from '../../ingest/engineTime.js';
import { print } from '../../query/print.js';
import { FIELD_NAMES } from '../../query/fields.js';
import { compile } from '../../query/sql/compile.js';
import { holds, type MeantTrace } from '../../testing/queryMeaning.js';
import { hostileWords, randomQuery, runs, type Words } from '../../testing/randomQueries.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';

const WORDS = ['a', 'A', 'ab', 'b%', 'a_b', 'заказ', 'ЗАКАЗ', '東京', 'err', "it's", '"q"', '5', '', 'x\\y', 'gpt-4o'];
const MEMBERS = ['a', 'b', 'role', "x'y", '0'];
const word = fc.constantFrom(...WORDS);
const member = fc.constantFrom(...MEMBERS);
const words: Words = { text: word, member };

const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    fc.oneof(word, fc.constantFrom(0, 5, 2.5, -1, 100), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(member, tie('value'), { maxKeys: 3 }),
  ),
})).value;
const payload = fc.oneof(word, fc.dictionary(member, json, { maxKeys: 4 }), fc.array(json, { maxLength: 3 }));
const known = fc.option(fc.constantFrom(0, 5, 2.5, 100, 1500, 90_000), { nil: null });
const tokens = fc.option(fc.constantFrom(0, 5, 100, 1000), { nil: null });

const traces = fc.record({
  model: fc.constantFrom('a', 'ab', 'gpt-4o', 'заказ'),
  status: fc.constantFrom('success', 'error', 'timeout' as const),
  model_type: fc.constantFrom('fine-tuned', 'open-source', 'external' as const),
  start_time: fc.constantFrom('2026-11-20T00:00:00Z', '2026-11-20T12:00:01Z', '2026-11-21T00:00:00.5Z'),
  duration_ms: known,
  cost_usd: known,
  credits: known,
  input_tokens: tokens,
  output_tokens: tokens,
  cached_input_tokens: tokens,
  reasoning_tokens: tokens,
  source: word,
  user_id: word,
  streamed: fc.boolean(),
  input: payload,
  output: payload,
  input_text: word,
  output_text: word,
  tags: fc.dictionary(member, word, { maxKeys: 2 }),
  timing: fc.record({ ttft_ms: known, queue_ms: known }),
  error: fc.record({ type: word, message: word, http_status: fc.constantFrom(100, null) }),
  workflow: fc.record({ name: word, node_id: word }),
  retries: fc.record({ count: fc.constantFrom(0, 5) }),
});

let server: TestServer;
let meant: { id: string; trace: MeantTrace }[];
beforeAll(async () => {
  server = await openTestServer();
  const sent: TraceInput[] = fc
    .sample(traces, { numRuns: 60, seed: 7 })
    .map((trace, index) => ({ ...trace, request_id: `r${index}` }));
  const answer = await server.post('/api/v1/traces', { traces: sent });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  const columns = await server.store.rows<Record<string, string | number | boolean | null>>({
    sql: 'SELECT * EXCEPT (tags) FROM traces',
    params: {},
  });
  const byId = new Map(columns.map((row) => [row['request_id'], row]));
  meant = sent.map((trace) => ({ id: trace.request_id, trace: meantTrace(trace, byId.get(trace.request_id) ?? {}) }));
});
afterAll(() => server.close());

/** Total of the token counts that are known. */
function totalTokens({ input_tokens: input, output_tokens: output }: MeantTrace['columns']): number | null {
  const counts = [input, output].filter((count) => typeof count === 'number');
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** Times and texts that are found by another name than their column's are taken from what was sent; the rest as stored. */
function meantTrace(trace: TraceInput, row: MeantTrace['columns']): MeantTrace {
  const { error, workflow, retries } = trace;
  return {
    columns: {
      ...Object.fromEntries(FIELD_NAMES.map((name) => [name, row[name] ?? null])),
      start_time: toEngineTime(trace.start_time) ?? '',
      total_tokens: totalTokens(row),
      input: trace.input_text ?? '',
      output: trace.output_text ?? '',
      http_status: error?.http_status ?? null,
      retries: retries?.count ?? null,
      workflow: workflow?.name ?? '',
      workflow_node: workflow?.node_id ?? '',
      workflow_run: '',
    },
    tags: trace.tags ?? {},
    request: typeof trace.input === 'string' ? undefined : trace.input,
    response: typeof trace.output === 'string' ? undefined : trace.output,
  };
}

describe('a query finds what its words say', () => {
  it('the engine selects the traces for which the condition holds, and NOT all others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomQuery(words), { minLength: 10, maxLength: 10 }), async (nodes) => {
        const compiled = nodes.map((node, index) => compile(node, `n${index}_`));
        const chosen = compiled.map(({ sql }, index) => `${sql} AS c${index}, NOT (${sql}) AS d${index}`);
        const rows = await server.store.rows<Record<string, string | number | boolean | null>>({
          sql: `SELECT request_id AS id, ${chosen.join(', ')} FROM traces AS t`,
          params: Object.assign({}, ...compiled.map(({ params }) => params)) as Record<string, string>,
        });
        const byId = new Map(rows.map((row) => [row['id'], row]));
        for (const { id, trace } of meant) {
          nodes.forEach((node, index) => {
            const isMeant = holds(node, trace);
            const row = byId.get(id) ?? {};
            expect([Boolean(row[`c${index}`]), Boolean(row[`d${index}`])], `${id}: ${print(node)}`).toEqual([
              isMeant,
              !isMeant,
            ]);
          });
        }
      }),
      { numRuns: runs(12) },
    );
  });

  it('hostile text in a query is an answer or a refusal over HTTP, never a failure', async () => {
    const texts = fc.oneof(randomQuery(hostileWords).map(print), fc.string({ unit: 'binary', maxLength: 60 }));
    await fc.assert(
      fc.asyncProperty(texts, async (query) => {
        const range = { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' };
        const answer = await server.post('/api/v1/metrics', { ...range, measures: ['requests'], query });
        expect([200, 400], `${query}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
        if (answer.status === 400) expect(answer.body).toMatchObject({ error: { field: 'query' } });
      }),
      { numRuns: runs(40) },
    );
  });
});
