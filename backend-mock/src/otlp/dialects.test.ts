import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { components } from '../contract/api.gen.js';
import { contractErrors } from '../testing/contractCheck.js';
import { otlpProtobuf } from '../testing/otlpProtobuf.js';
import { otlpRequest, spanIdOf, type TraceSketch } from '../testing/otlpRequest.js';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import type { DialectFixture } from './fixtures/fixture.js';
import { openInferenceFixture } from './fixtures/openInference.js';
import { openLlmetryFixture } from './fixtures/openLlmetry.js';
import { otelGenai136Fixture } from './fixtures/otelGenai136.js';
import { otelGenaiFixture } from './fixtures/otelGenai.js';
import { vercelAiFixture } from './fixtures/vercelAi.js';

type Report = components['schemas']['IngestReport'];
type TraceDetail = components['schemas']['TraceDetail'];

const FIXTURES = [otelGenaiFixture, otelGenai136Fixture, openLlmetryFixture, openInferenceFixture, vercelAiFixture];

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const PROTOBUF = { 'content-type': 'application/x-protobuf' };
const sendJson = (request: object) => server.post('/v1/traces', request);
const sendProtobuf = (request: object) => server.post('/v1/traces', otlpProtobuf(request), PROTOBUF);

/** The same trace under other ids. */
const renamed = (sent: TraceSketch, lead: string): TraceSketch => ({
  ...sent,
  traceId: `${lead}${sent.traceId.slice(lead.length)}`,
});

async function requestsOf({ traceId }: TraceSketch): Promise<string[]> {
  const rows = await server.store.rows<{ request_id: string }>({
    sql: 'SELECT request_id FROM traces WHERE trace_id = {traceId:String} ORDER BY request_id',
    params: { traceId },
  });
  return rows.map(({ request_id }) => request_id);
}

async function detailOf(traceId: string, id: string): Promise<TraceDetail> {
  const { body } = await server.get(`/api/v1/traces/${traceId}-${spanIdOf(id)}`);
  expect(contractErrors('TraceDetail', body)).toEqual([]);
  return body as TraceDetail;
}

async function expectStored(sent: TraceSketch, { requests }: DialectFixture): Promise<void> {
  expect(await requestsOf(sent)).toEqual(Object.keys(requests).map((id) => `${sent.traceId}-${spanIdOf(id)}`));
  for (const [id, expected] of Object.entries(requests)) {
    const detail = await detailOf(sent.traceId, id);
    expect(detail).toMatchObject(expected);
    expect(detail.spans).toHaveLength(sent.spans.length);
  }
}

describe.each(FIXTURES)('$dialect', (fixture) => {
  test('what is sent in JSON is one trace with every field where it belongs', async () => {
    expect(await sendJson(otlpRequest(fixture.sent))).toMatchObject({ status: 200, body: {} });
    await expectStored(fixture.sent, fixture);
  });

  test('the same sent in protobuf is the same trace', async () => {
    const sent = renamed(fixture.sent, 'b');
    expect(await sendProtobuf(otlpRequest(sent))).toMatchObject({ status: 200 });
    await expectStored(sent, fixture);
  });

  test('spans that come one by one and in reverse, in both encodings, are the same trace with the same requests', async () => {
    const sent = renamed(fixture.sent, 'c');
    for (const [index, { id }] of [...sent.spans].reverse().entries()) {
      await (index % 2 === 0 ? sendJson : sendProtobuf)(otlpRequest(sent, [id]));
    }
    await expectStored(sent, fixture);
  });
});

test('a framework’s span that came before the one inside it is the one request; the one inside is in the tree only', async () => {
  const sent = renamed(openLlmetryFixture.sent, 'd');
  for (const { id } of sent.spans) await sendJson(otlpRequest(sent, [id]));
  expect(await requestsOf(sent)).toEqual(['c1', 'c3'].map((id) => `${sent.traceId}-${spanIdOf(id)}`));
  expect((await detailOf(sent.traceId, 'c1')).spans).toHaveLength(sent.spans.length);
});

test('the report tells dialects and senders apart and names what no table knows and what was counted double', async () => {
  const { status, body } = await server.get('/api/v1/ingest/report');
  expect(status).toBe(200);
  expect(contractErrors('IngestReport', body)).toEqual([]);
  const { groups, unpriced } = body as Report;
  const of = (dialect: string) => groups.find((group) => group.dialect === dialect);
  // Three times each: in JSON, in protobuf, span by span.
  expect(of('otel-genai')).toMatchObject({
    service: 'weather-agent',
    spans: 12,
    requests: 6,
    unmapped: [{ name: 'gen_ai.shiny.new', count: 3 }],
    findings: [],
  });
  expect(of('openllmetry')?.findings).toEqual([
    { name: 'same_call_twice', count: 4 },
    { name: 'cached_apart', count: 4 },
  ]);
  for (const dialect of ['openllmetry', 'openinference', 'vercel-ai', 'otel-genai-1.36']) {
    expect(of(dialect)?.unmapped).toEqual([]);
  }
  expect(of('vercel-ai')?.findings).toEqual([{ name: 'cached_apart', count: 3 }]);
  expect(unpriced.reduce((sum, { requests }) => sum + requests, 0)).toBeGreaterThan(0);
  expect(JSON.stringify(body)).not.toMatch(/Paris|sk-secret|4711/);
});
