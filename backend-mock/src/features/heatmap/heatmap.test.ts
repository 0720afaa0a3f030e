import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace, rowsOf } from '../../testing/traces.js';
import { bucketBounds } from './bounds.js';

const RANGE = { from: '2026-10-24T12:34:56.5Z', to: '2026-10-26T10:00:00Z' };
const COUNT = 2000;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  const bounds = bucketBounds(4);
  const traces = Array.from({ length: COUNT }, (_, i) =>
    aTrace({
      request_id: `h-${i}`,
      model: 'm',
      start_time: new Date(Date.parse('2026-10-24T12:00:00Z') + i * 90_001).toISOString(),
      // Every third lies on a bound, or a hair below one; the rest from a thousandth of a ms to days.
      ...(i % 11 > 0 && {
        duration_ms:
          i % 3 === 0 ? (bounds[i % bounds.length] ?? 0) * (i % 2 === 0 ? 1 : 1 - 2 ** -52) : 1.013 ** i / 1000,
      }),
      status: i % 10 === 0 ? 'error' : i % 25 === 0 ? 'timeout' : 'success',
      streamed: i % 2 === 0,
      timing: { ttft_ms: i % 300 },
    }),
  );
  await server.post('/api/v1/traces', { traces });
});
afterAll(() => server.close());

async function heatmap(fields: object) {
  const answer = await server.post('/api/v1/heatmap', { ...RANGE, interval: '1h', ...fields });
  expect(answer.status, answer.raw.toString()).toBe(200);
  expect(contractErrors('Columns', answer.body)).toEqual([]);
  return rowsOf(answer.body);
}

interface Stored {
  request_id: string;
  start_time: string;
  duration_ms: number | null;
  status: string;
}

async function stored(where: string): Promise<Stored[]> {
  return server.store.rows<Stored>({
    sql: `SELECT request_id, start_time, duration_ms, status FROM traces
WHERE start_time >= '2026-10-24 12:34:56.5' AND start_time < '2026-10-26 10:00:00' AND model = 'm' AND ${where}`,
    params: {},
  });
}

describe('latency heatmap', () => {
  it.each(['1h', '6h', '1d', '1w'])(
    'with buckets of %s: the bounds of a cell select its traces exactly',
    async (interval) => {
      const rows = await heatmap({ interval, time_zone: 'Europe/Berlin' });
      expect(rows.length).toBeGreaterThan(20);
      const traces = await stored('duration_ms IS NOT NULL');
      for (const cell of rows) {
        const [from, to] = [String(cell['time']), String(cell['time_end'])];
        const max = Number(cell['bucket_max_ms'] ?? Infinity);
        const inCell = traces.filter(
          ({ start_time, duration_ms }) =>
            start_time >= from &&
            start_time < to &&
            Number(duration_ms) >= Number(cell['bucket_min_ms']) &&
            Number(duration_ms) < max,
        );
        const failures = inCell.filter(({ status }) => status !== 'success').length;
        expect(cell, JSON.stringify(cell)).toMatchObject({ requests: inCell.length, failures });
        const example = inCell.find(({ request_id }) => request_id === cell['request_id']);
        expect(example?.duration_ms, JSON.stringify(cell)).toBe(
          Math.max(...inCell.map((trace) => Number(trace.duration_ms))),
        );
      }
      expect(rows.reduce((total, row) => total + Number(row['requests']), 0)).toBe(traces.length);
    },
  );

  it('of the time to first token counts streamed requests only', async () => {
    const rows = await heatmap({ field: 'ttft_ms', buckets_per_doubling: 1 });
    const sum = rows.reduce((total, row) => total + Number(row['requests']), 0);
    expect(sum).toBe((await stored('streamed')).length);
    expect(new Set(rows.map((row) => row['bucket_min_ms']))).toEqual(new Set([0, 2, 4, 8, 16, 32, 64, 128, 256]));
  });

  it('has the same bounds in every answer, each bucket ending where the next begins', () => {
    expect(bucketBounds(2).slice(0, 7)).toEqual([0, 1, 1.414, 2, 2.828, 4, 5.657]);
    for (const perDoubling of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const bounds = bucketBounds(perDoubling);
      expect(new Set(bounds).size).toBe(bounds.length);
      expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
    }
  });

  it('puts the longest latency there can be into the last bucket, which is open', async () => {
    const longest = { request_id: 'long', model: 'l', start_time: '2026-10-25T00:00:00Z', duration_ms: 8_640_000_000 };
    await server.post('/api/v1/traces', { traces: [aTrace(longest)] });
    const [cell] = await heatmap({ filters: { model: ['l'] } });
    expect(cell).toMatchObject({ bucket_min_ms: 8_590_000_000, bucket_max_ms: null, requests: 1 });
  });

  it.each([
    [{ interval: '1m' }, 400, 'interval'],
    [{ interval: undefined }, 400, 'interval'],
    [{ buckets_per_doubling: 9 }, 400, 'buckets_per_doubling'],
    [{ field: 'cost_usd' }, 400, 'field'],
    [{ time_zone: 'Mars/Base' }, 400, 'time_zone'],
    [{ filters: { model: ['nope'] } }, 404, 'filters.model'],
  ])('%j is refused by name', async (fields, status, field) => {
    const answer = await server.post('/api/v1/heatmap', { ...RANGE, interval: '1h', ...fields });
    expect(answer).toMatchObject({ status, body: { error: { field } } });
  });
});
