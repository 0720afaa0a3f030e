import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractErrors } from '../testing/contractCheck.js';
import { otlpProtobuf } from '../testing/otlpProtobuf.js';
import { otlpRequest } from '../testing/otlpRequest.js';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { openInferenceFixture } from './fixtures/openInference.js';
import { otelGenaiFixture } from './fixtures/otelGenai.js';
import { vercelAiFixture } from './fixtures/vercelAi.js';
import { EncodedRows } from '../ingest/encodedRows.js';
import { decodeRequest } from './protobuf.js';
import { readBatch } from './readBatch.js';

const RUNS = Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 40);
const REQUESTS = [otelGenaiFixture, openInferenceFixture, vercelAiFixture].map(({ sent }) => otlpRequest(sent));

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** A change of some bytes: overwritten, cut out, cut off or repeated. */
const mutation = fc.record({
  kind: fc.constantFrom('set', 'remove', 'cut', 'repeat', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutated(body: Buffer, { kind, at, length, bytes }: Mutation): Buffer {
  const from = Math.floor(at * body.length);
  const [head, part, tail] = [body.subarray(0, from), body.subarray(from, from + length), body.subarray(from + length)];
  const parts = {
    set: [head, bytes, body.subarray(from + bytes.length)],
    remove: [head, tail],
    cut: [head],
    repeat: [head, part, part, tail],
    insert: [head, bytes, part, tail],
  }[kind];
  return Buffer.concat(parts);
}

const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });

/** Ids of what a message that was accepted must be found by. */
async function acceptedIds(body: unknown): Promise<{ requests: string[]; spans: number }> {
  const { spans } = await readBatch(body, await new EncodedRows(server.store).encoder());
  return { requests: spans.flatMap(({ request }) => (request ? [request.row.requestId] : [])), spans: spans.length };
}

async function expectReadable(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { status, body } = await server.get(`/api/v1/traces/${encodeURIComponent(id)}`);
    // A request that repeats the one around it is in the tree of that one.
    expect([200, 404]).toContain(status);
    if (status === 200) expect(contractErrors('TraceDetail', body)).toEqual([]);
  }
}

test('no bytes in place of protobuf end in a fault of the server, and what is accepted can be read back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...REQUESTS), mutations, async (request, changes) => {
      const body = changes.reduce(mutated, otlpProtobuf(request));
      const answer = await server.post('/v1/traces', body, { 'content-type': 'application/x-protobuf' });
      expect([200, 400]).toContain(answer.status);
      if (answer.status === 200) {
        const { requests, spans } = await acceptedIds(decodeRequest(body));
        await expectReadable(requests);
        expect(spans === 0 || (await storedSpans()) > 0).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test('no text in place of OTLP’s JSON or a trace ends in a fault of the server', async () => {
  const start = new Date(Date.now() - 60_000).toISOString();
  const trace = {
    traces: [
      {
        request_id: 'fuzz',
        model: 'm',
        status: 'success',
        start_time: start,
        input: { messages: [{ role: 'user', content: 'Hi', n: [1, 2.5, null, true] }] },
        output: { choices: [{ message: { content: 'Hello' }, finish_reason: 'stop' }], usage: { prompt_tokens: 3 } },
        tags: { a: 'b' },
        spans: [{ span_id: '00000000000000aa', name: 's', start_time: start, duration_ms: 1, attributes: { x: [1] } }],
      },
    ],
  };
  const targets = [
    ...REQUESTS.map((request) => ({ path: '/v1/traces', request: request })),
    { path: '/api/v1/traces', request: trace },
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...targets), mutations, async ({ path, request }, changes) => {
      const body = changes.reduce(mutated, Buffer.from(JSON.stringify(request)));
      const answer = await server.post(path, body);
      expect([200, 201, 400]).toContain(answer.status);
      if (answer.status === 200) {
        await expectReadable((await acceptedIds(JSON.parse(new TextDecoder().decode(body)))).requests);
      }
      if (answer.status === 201) await expectReadable(idsIn(body));
    }),
    { numRuns: RUNS },
  );
}, 600_000);

/** Values put into an OTLP message where others stood: every kind in every place. */
test('no JSON value in any place of an OTLP message ends in a fault of the server', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...REQUESTS),
      fc.nat(),
      fc.oneof(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(-1, 1e300, '1e5', '99999999999999999999', '0x10', '__proto__'),
      ),
      async (request, place, value) => {
        const changed = structuredClone(request) as object;
        const places = placesIn(changed);
        const chosen = places[place % places.length];
        if (chosen) Object.assign(chosen.parent, { [chosen.key]: value });
        const answer = await server.post('/v1/traces', changed);
        expect([200, 400]).toContain(answer.status);
      },
    ),
    { numRuns: RUNS },
  );
}, 600_000);

async function storedSpans(): Promise<number> {
  const [row] = await server.store.rows<{ n: number }>({ sql: 'SELECT toUInt32(count()) AS n FROM spans', params: {} });
  return row?.n ?? 0;
}

function idsIn(body: Buffer): string[] {
  const { traces } = JSON.parse(new TextDecoder().decode(body)) as { traces?: { request_id: string }[] };
  return (traces ?? []).map(({ request_id }) => request_id);
}

function placesIn(value: unknown): { parent: object; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ parent: value, key }, ...placesIn(inner)]);
}
