import { afterAll, beforeAll, expect, it } from 'vitest';
import type { components } from '../../contract/api.gen.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';

type Report = components['schemas']['IngestReport'];

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

async function report(): Promise<Report> {
  const { status, body } = await server.get('/api/v1/ingest/report');
  expect([status, contractErrors('IngestReport', body)]).toEqual([200, []]);
  return body as Report;
}

const now = new Date();
const trace = (request_id: string, more: object = {}) =>
  aTrace({ request_id, source: 'bot', model: 'nobody knows', start_time: now.toISOString(), ...more });

it('a batch that a sender repeats is told from new requests, in both ways to send', async () => {
  const traces = [trace('a'), trace('b', { status: 'error' }), trace('a')];
  const attributes = [
    { key: 'gen_ai.operation.name', value: { stringValue: 'chat' } },
    { key: 'gen_ai.request.model', value: { stringValue: 'nobody knows' } },
  ];
  const start = `${now.getTime()}000000`;
  const times = { startTimeUnixNano: start, endTimeUnixNano: start };
  const spans = [
    { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), name: 'agent', ...times },
    { traceId: 'a'.repeat(32), spanId: 'c'.repeat(16), name: 'chat', ...times, attributes },
  ];
  const otlp = { resourceSpans: [{ resource: { attributes: [] }, scopeSpans: [{ spans }] }] };
  for (let time = 0; time < 3; time++) {
    expect((await server.post('/api/v1/traces', { traces })).body).toEqual(
      time === 0 ? { accepted: 2, duplicates: 1 } : { accepted: 0, duplicates: 3 },
    );
    expect((await server.post('/v1/traces', otlp)).status).toBe(200);
  }
  const { groups } = await report();
  expect(groups.find(({ dialect }) => dialect === 'json')).toMatchObject({ spans: 9, requests: 9, duplicates: 7 });
  const ofOtlp = groups.filter(({ dialect }) => dialect !== 'json');
  const sum = (read: (group: (typeof groups)[number]) => number) =>
    ofOtlp.reduce((total, group) => total + read(group), 0);
  expect(sum(({ spans: count }) => count)).toBe(6);
  expect(sum(({ requests }) => requests)).toBe(3);
  expect(sum(({ duplicates }) => duplicates)).toBe(2);
});

it('names as unpriced what the measure counts: external models, failed requests among them, no hosted ones', async () => {
  await server.post('/api/v1/traces', trace('hosted', { model: 'own', model_type: 'fine-tuned' }));
  const { unpriced } = await report();
  expect(unpriced).toEqual([{ provider: '', model: 'nobody knows', requests: 3 }]);
});
