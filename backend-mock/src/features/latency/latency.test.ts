import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace, rowsOf } from '../../testing/traces.js';

let server: TestServer;
const RANGE = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };
const START = Date.parse('2026-11-20T10:00:00Z');

async function latency(fields: object) {
  const answer = await server.post('/api/v1/latency', { ...RANGE, ...fields });
  expect(answer.status).toBe(200);
  expect(contractErrors('Columns', answer.body)).toEqual([]);
  return rowsOf(answer.body);
}

beforeAll(async () => {
  server = await openTestServer();
  const traces = Array.from({ length: 500 }, (_, i) =>
    aTrace({
      request_id: `many-${i}`,
      model: 'many',
      start_time: new Date(START + i * 1000).toISOString(),
      duration_ms: i === 321 ? 99_999 : 100 + (i % 7),
    }),
  );
  traces.push(
    aTrace({ request_id: 'same-1', model: 'same', duration_ms: 5 }),
    aTrace({ request_id: 'same-2', model: 'same', duration_ms: 9, status: 'error' }),
    aTrace({ request_id: 'same-3', model: 'same', duration_ms: 7, status: 'timeout' }),
    aTrace({ request_id: 'unknown', model: 'same' }),
  );
  await server.post('/api/v1/traces', { traces });
});
afterAll(() => server.close());

describe('latency points', () => {
  it('every request has its point while there are few enough', async () => {
    const rows = await latency({ filters: { model: ['many'] } });
    expect(rows).toHaveLength(500);
    expect(rows[1]).toEqual({
      time: '2026-11-20T10:00:01.000000Z',
      duration_ms: 101,
      request_id: 'many-1',
      status: 'success',
      model: 'many',
      requests: 1,
      failures: 0,
      failed_request_id: '',
    });
  });

  it('down-sampling keeps the peak, its request and the number of requests', async () => {
    const rows = await latency({ filters: { model: ['many'] }, max_points: 20 });
    expect(rows.length).toBeLessThanOrEqual(20);
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.find((row) => row['duration_ms'] === 99_999)?.['request_id']).toBe('many-321');
    expect(rows.reduce((sum, row) => sum + Number(row['requests']), 0)).toBe(500);
    const times = rows.map((row) => String(row['time']));
    expect(times).toEqual([...new Set(times)].sort());
  });

  it('requests of the same time share a point; one without a duration has none', async () => {
    expect(await latency({ filters: { model: ['same'] } })).toMatchObject([
      { request_id: 'same-2', duration_ms: 9, requests: 3, failures: 2, failed_request_id: 'same-2' },
    ]);
  });

  it('no requests give no points', async () => {
    expect(await latency({ q: 'nothing like this' })).toEqual([]);
  });

  it('an unknown model is named', async () => {
    expect(await server.post('/api/v1/latency', { ...RANGE, filters: { model: ['nope'] } })).toMatchObject({
      status: 404,
      body: { error: { field: 'filters.model' } },
    });
  });
});
