import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { components } from '../contract/api.gen.js';
import { otlpProtobuf } from '../testing/otlpProtobuf.js';
import { otlpRequest, type SpanSketch, spanIdOf } from '../testing/otlpRequest.js';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { START_MS } from './fixtures/fixture.js';

type Report = components['schemas']['IngestReport'];
type TraceDetail = components['schemas']['TraceDetail'];

const TRACE_ID = 'f0000000000000000000000000000001';
const PROTOBUF = { 'content-type': 'application/x-protobuf' };
const HOUR_MS = 3_600_000;
const YEAR_MS = 366 * 24 * HOUR_MS;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({
    maxBodyBytes: 8_000_000,
    writerLimits: { maxQueuedBytes: 100_000, maxInsertBytes: 50_000 },
  });
});
afterAll(() => server.close());

const requestOf = (span: Partial<SpanSketch> & { id: string }, startMs = START_MS, traceId = TRACE_ID) =>
  otlpRequest({
    traceId,
    service: 'hostile',
    startMs,
    spans: [{ name: 'chat', ...span, attributes: { 'gen_ai.request.model': 'm', ...span.attributes } }],
  });
const send = (body: Buffer, headers: Record<string, string> = {}) =>
  server.post('/v1/traces', body, { ...PROTOBUF, ...headers });
const detailOf = async (id: string) =>
  (await server.get(`/api/v1/traces/${TRACE_ID}-${spanIdOf(id)}`)).body as TraceDetail;
/** google.rpc.Status: code is field 1, a varint. */
const rpcCode = (raw: Buffer) => (raw[0] === 0x08 ? raw[1] : undefined);

describe('what a sender may get wrong', () => {
  test('a body that inflates beyond the limit is refused without being inflated further, in the request’s encoding', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    expect(bomb.length).toBeLessThan(250_000);
    const answer = await send(bomb, { 'content-encoding': 'gzip' });
    expect([answer.status, answer.headers['content-type'], rpcCode(answer.raw)]).toEqual([
      413,
      PROTOBUF['content-type'],
      3,
    ]);
  });

  test('compression other than gzip, and gzip that is cut off, are refused by name', async () => {
    const body = otlpProtobuf(requestOf({ id: '01' }));
    for (const encoding of ['zstd', 'deflate', 'br']) {
      const answer = await server.post('/v1/traces', '{}', { 'content-encoding': encoding });
      expect(answer).toMatchObject({
        status: 415,
        body: { error: { field: 'Content-Encoding', expected: 'gzip or identity' } },
      });
    }
    expect((await send(gzipSync(body).subarray(0, -20), { 'content-encoding': 'gzip' })).status).toBe(400);
    expect((await send(body, { 'content-encoding': 'gzip' })).status).toBe(400);
  });

  test('text in broken UTF-8 and with control characters is stored with replacement characters', async () => {
    const body = otlpProtobuf(requestOf({ id: '02', attributes: { 'gen_ai.prompt': 'abcXYZdef\u0000\u001b' } }));
    const at = body.indexOf('XYZ');
    body.set([0xff, 0xfe, 0xc3], at);
    expect((await send(body)).status).toBe(200);
    expect((await detailOf('02')).input.text).toBe('abc\ufffd\ufffd\ufffddef\u0000\u001b');
  });

  test('what starts hours ahead or came days late is stored and reported; what starts years ahead is refused', async () => {
    const now = Date.now();
    expect(
      (
        await send(
          otlpProtobuf(requestOf({ id: '03', attributes: { 'gen_ai.operation.name': 'chat' } }, now + 2 * HOUR_MS)),
        )
      ).status,
    ).toBe(200);
    expect((await send(otlpProtobuf(requestOf({ id: '04' }, now - 48 * HOUR_MS)))).status).toBe(200);
    const refused = await server.post('/v1/traces', requestOf({ id: '05' }, now + 6 * YEAR_MS));
    expect(refused).toMatchObject({
      status: 400,
      body: { error: { field: 'resourceSpans[0].scopeSpans[0].spans[0].startTimeUnixNano' } },
    });
    const start = new Date(now + 6 * YEAR_MS).toISOString();
    expect(
      await server.post('/api/v1/traces', { request_id: 'far', model: 'm', status: 'success', start_time: start }),
    ).toMatchObject({ status: 400, body: { error: { field: 'start_time' } } });
    const { groups } = (await server.get('/api/v1/ingest/report')).body as Report;
    expect(groups.find(({ dialect }) => dialect === 'otel-genai')).toMatchObject({ future_dated: 1, late: 1 });
    expect(groups.find(({ dialect }) => dialect === 'otlp')?.rejected_fields).toContainEqual({
      name: 'spans[].startTimeUnixNano',
      count: 1,
    });
    expect(groups.find(({ dialect }) => dialect === 'json')?.rejected_fields).toEqual([
      { name: 'start_time', count: 1 },
    ]);
  });

  test('an attribute of megabytes is stored whole', async () => {
    const text = 'ä€😀'.repeat(300_000);
    expect((await send(otlpProtobuf(requestOf({ id: '06', attributes: { 'gen_ai.prompt': text } })))).status).toBe(200);
    expect((await detailOf('06')).input.text).toBe(text);
  });

  test('payloads of the plain API are stored as they were sent, to the byte', async () => {
    const input = '{"messages":[{"role":"user","content":"Hi"}], "seed":9007199254740993,"top_p":1.0,"a":1,"a":2 }';
    const output = '{ "choices" : [] ,"x":"\\ud800"}';
    const trace = `{"request_id":"raw","model":"m","status":"success","start_time":"${new Date().toISOString()}","input":${input},"output":${output}}`;
    expect((await server.post('/api/v1/traces', `{"traces":[${trace}]}`)).status).toBe(201);
    const { body } = await server.get('/api/v1/traces/raw');
    expect((body as TraceDetail).input).toMatchObject({ text: 'Hi', json: input });
    expect((body as TraceDetail).output.json).toBe(output);
  });

  test('when too much waits to be stored, some are told to come again, and those that were not refused are stored', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `a${index.toString(16)}`);
    const answers = await Promise.all(
      ids.map((id) => send(otlpProtobuf(requestOf({ id, attributes: { 'gen_ai.prompt': 'x'.repeat(20_000) } })))),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, headers, raw } of refused) {
      expect([status, headers['retry-after'], rpcCode(raw)]).toEqual([429, '1', 8]);
    }
    const stored = await Promise.all(ids.map((id) => server.get(`/api/v1/traces/${TRACE_ID}-${spanIdOf(id)}`)));
    expect(stored.map(({ status }) => status)).toEqual(answers.map(({ status }) => (status === 200 ? 200 : 404)));
  });

  test('while the engine is away, senders are told to come again', async () => {
    await server.engine.stop();
    const { status, headers, raw } = await send(otlpProtobuf(requestOf({ id: '07' })));
    expect([status, rpcCode(raw)]).toEqual([503, 14]);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });
});
