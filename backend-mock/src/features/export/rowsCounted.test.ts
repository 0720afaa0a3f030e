import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../testing/testServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

it('a time range has as many rows when they are counted as when they are read, whatever the engine counts from', async () => {
  await server.store.execute({
    sql: `INSERT INTO traces (request_id, model, model_type, status, start_time)
      SELECT toString(number), concat('m', toString(cityHash64(number) % 20)), 'external', 'success',
        toDateTime64('2026-11-20 00:00:00', 6, 'UTC') - toIntervalMillisecond(number * 7776) FROM numbers(300000)`,
    params: {},
  });
  for (const hours of [1, 24, 100]) {
    const from = new Date(Date.UTC(2026, 10, 20) - hours * 3_600_000).toISOString();
    const answer = await server.get(`/api/v1/export?format=csv&columns=request_id&from=${from}`);
    const read = answer.raw.toString().split('\r\n').length - 2;
    expect({ hours, counted: Number(answer.headers['modeltrace-total-rows']) }).toEqual({ hours, counted: read });
    expect(read).toBe(Math.floor((hours * 3_600_000) / 7776) + 1);
  }
});
