import { context, SpanKind, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace-node';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../config.js';
import type { components } from '../contract/api.gen.js';
import { createLog } from '../logging.js';
import { startServer, type RunningServer } from '../server.js';

type TraceDetail = components['schemas']['TraceDetail'];
type TraceList = components['schemas']['TraceList'];

let server: RunningServer;
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'modeltrace-otlp-'));
  const config = readConfig({ TRACE_PORT: '0', MODELTRACE_DATA_DIR: directory, MODELTRACE_LOG_LEVEL: 'silent' });
  server = await startServer(config, createLog(config.logLevel));
}, 120_000);

afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
}, 60_000);

/** An agent span with a model request and a failed one inside, sent by OpenTelemetry's SDK; gives the request's ids. */
async function sendWith(exporter: SpanExporter, model: string) {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'checkout' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  // The SDK's own type of tracer is of OpenTelemetry's CommonJS build.
  const tracer: Tracer = provider.getTracer('test');
  const child = (parent: Span, name: string, attributes: Record<string, string | number | string[]>) =>
    tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, trace.setSpan(context.active(), parent));
  const agent = tracer.startSpan('invoke_agent shopper', { attributes: { 'gen_ai.operation.name': 'invoke_agent' } });
  const request = child(agent, `chat ${model}`, {
    'gen_ai.operation.name': 'chat',
    'gen_ai.provider.name': 'openai',
    'gen_ai.request.model': model,
    'gen_ai.request.temperature': 0.5,
    'gen_ai.usage.input_tokens': 12,
    'gen_ai.usage.output_tokens': 7,
    'gen_ai.response.finish_reasons': ['stop'],
    'gen_ai.input.messages': '[{"role":"user","parts":[{"type":"text","content":"Capital of France?"}]}]',
    'gen_ai.output.messages': '[{"role":"assistant","parts":[{"type":"text","content":"Paris."}]}]',
  });
  request.addEvent('cache hit', { key: 'k' });
  request.end();
  const failed = child(agent, `chat ${model}`, {
    'gen_ai.operation.name': 'chat',
    'gen_ai.request.model': model,
    'error.type': '429',
  });
  failed.setStatus({ code: SpanStatusCode.ERROR, message: 'slow down' });
  failed.end();
  agent.end();
  await provider.shutdown();
  return request.spanContext();
}

async function stored(path: string): Promise<unknown> {
  const response = await fetch(`${server.url}${path}`);
  expect(response.status).toBe(200);
  return response.json();
}

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
  fetch(`${server.url}/v1/traces`, { method: 'POST', body, headers });

describe("OpenTelemetry's own exporters", () => {
  test.each<[string, () => SpanExporter]>([
    ['http/protobuf', () => new ProtobufExporter({ url: `${server.url}/v1/traces` })],
    ['http/json', () => new JsonExporter({ url: `${server.url}/v1/traces` })],
  ])(
    'a request sent by %s is in the list and opens with prompt, answer, tokens and all spans of its trace',
    async (name, exporter) => {
      const model = `model by ${name}`;
      const ids = await sendWith(exporter(), model);
      const { traces } = (await stored(
        `/api/v1/traces?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&model=${encodeURIComponent(model)}`,
      )) as TraceList;
      expect(traces.map(({ status, error_type }) => [status, error_type]).sort()).toEqual([
        ['error', 'RateLimitError'],
        ['success', ''],
      ]);
      const detail = (await stored(`/api/v1/traces/${ids.traceId}-${ids.spanId}`)) as TraceDetail;
      expect(detail).toMatchObject({
        trace_id: ids.traceId,
        span_id: ids.spanId,
        provider: 'openai',
        source: 'checkout',
        source_type: 'OpenTelemetry',
        input_tokens: 12,
        output_tokens: 7,
        finish_reason: 'stop',
        parameters: { temperature: 0.5 },
      });
      expect(detail.input.text).toBe('Capital of France?');
      expect(detail.output.text).toBe('Paris.');
      expect(detail.spans).toHaveLength(3);
      expect(detail.spans.find((span) => span.span_id === ids.spanId)).toMatchObject({
        service: 'checkout',
        kind: 'client',
        events: [{ name: 'cache hit', attributes: { key: 'k' } }],
      });
    },
  );
});

describe('answers', () => {
  const span = (spanId: string, more: object = {}) => ({
    traceId: '5b8efff798038103d269b633813fc60c',
    spanId,
    name: 'chat m',
    startTimeUnixNano: '1763640366123456789',
    endTimeUnixNano: '1763640367123456789',
    attributes: [{ key: 'gen_ai.request.model', value: { stringValue: 'm' } }],
    ...more,
  });
  const body = (...spans: object[]) => JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] });
  const json = { 'content-type': 'application/json' };

  test('bad spans are counted and named, and the good ones of the batch are stored', async () => {
    const response = await post(body(span('00000000000000a1'), span('xyz'), span('00000000000000a2')), json);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      partialSuccess: {
        rejectedSpans: '1',
        errorMessage: expect.stringContaining('resourceSpans[0].scopeSpans[0].spans[1].spanId') as string,
      },
    });
    for (const spanId of ['00000000000000a1', '00000000000000a2']) {
      await stored(`/api/v1/traces/5b8efff798038103d269b633813fc60c-${spanId}`);
    }
  });

  test('a gzip body is read, and full success is an empty object', async () => {
    const zipped = new Uint8Array(gzipSync(body(span('00000000000000b1'))));
    const response = await post(zipped, { ...json, 'content-encoding': 'gzip' });
    expect([response.status, await response.json()]).toEqual([200, {}]);
  });

  test('a batch sent again is stored once', async () => {
    const twice = body(
      span('00000000000000c1', { attributes: [{ key: 'gen_ai.request.model', value: { stringValue: 'twice' } }] }),
    );
    await post(twice, json);
    await post(twice, json);
    const { traces } = (await stored(
      '/api/v1/traces?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&model=twice',
    )) as TraceList;
    expect(traces).toHaveLength(1);
  });

  test('a span sent again, in the same request or later, changes nothing', async () => {
    const copy = (name: string, spanId = '00000000000000d1') =>
      span(spanId, { name, traceId: '5b8efff798038103d269b633813fc60d' });
    await post(body(copy('first'), copy('second')), json);
    await post(body(copy('third'), copy('another', '00000000000000d2')), json);
    await post(body(copy('fourth')), json);
    const detail = (await stored('/api/v1/traces/5b8efff798038103d269b633813fc60d-00000000000000d1')) as TraceDetail;
    expect(detail.spans.map(({ name }) => name)).toEqual(['first', 'another']);
  });

  test('a message that cannot be read at all is refused with the path of its fault', async () => {
    const wrong = await post(body(span('xyz')), json);
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({
      error: { code: 'INVALID_ARGUMENT', field: 'resourceSpans[0].scopeSpans[0].spans[0].spanId' },
    });
    const noProtobuf = await post('not protobuf', { 'content-type': 'application/x-protobuf' });
    expect([noProtobuf.status, noProtobuf.headers.get('content-type')]).toEqual([400, 'application/x-protobuf']);
    // google.rpc.Status: code (field 1) 3 is INVALID_ARGUMENT, then the message (field 2).
    const status = Buffer.from(await noProtobuf.arrayBuffer());
    expect([...status.subarray(0, 3)]).toEqual([0x08, 3, 0x12]);
    expect(status.toString()).toContain('body must be');
    expect((await post('{', json)).status).toBe(400);
    expect((await post('x', { 'content-type': 'text/csv' })).status).toBe(415);
  });

  test('protobuf is answered in protobuf', async () => {
    const response = await post(new Uint8Array(), { 'content-type': 'application/x-protobuf' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-protobuf']);
    expect((await response.arrayBuffer()).byteLength).toBe(0);
  });
});
