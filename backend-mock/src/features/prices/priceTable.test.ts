import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pricesOf, usd } from '../../testing/prices.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
const { addPrice, call, prices } = pricesOf(() => server);

describe('the price table', () => {
  it('begins with the prices that come with the server, whose source and date are said', async () => {
    const { version, prices: all } = await prices();
    expect(version).toBe(1);
    expect(all.find((price) => price.model_pattern === 'gpt-4o')).toMatchObject({
      standard: usd(2.5, 10, { cached_input_usd_per_million: 1.25 }),
      source: expect.stringMatching(/to be checked.*\d{4}-\d\d-\d\d/) as string,
    });
  });

  it('gets a new version with every change, and the old ones stay readable', async () => {
    const first = (await prices()).version;
    const { price_id } = await addPrice({ model_pattern: 'versioned', standard: usd(1, 2) });
    await call('PUT', `/api/v1/prices/${price_id}`, { model_pattern: 'versioned', standard: usd(3, 4) });
    expect(await call('DELETE', `/api/v1/prices/${price_id}`)).toMatchObject({
      status: 200,
      body: { price_id, version: first + 3 },
    });
    const inputPrice = async (version?: number) =>
      (await prices(version)).prices.find((price) => price.price_id === price_id)?.standard.input_usd_per_million;
    expect([await inputPrice(first), await inputPrice(first + 1), await inputPrice(first + 2)]).toEqual([
      undefined,
      1,
      3,
    ]);
    expect(await inputPrice()).toBeUndefined();
    expect(await server.get(`/api/v1/prices?version=${first + 100}`)).toMatchObject({
      status: 404,
      body: { error: { field: 'version' } },
    });
    expect((await call('DELETE', `/api/v1/prices/${price_id}`)).status).toBe(404);
  });

  it('refuses a price that would leave open which one holds, naming the other', async () => {
    const may = { valid_from: '2026-05-01T00:00:00Z', valid_to: '2026-06-01T00:00:00Z' };
    const { price_id } = await addPrice({ model_pattern: 'Over**lap*', standard: usd(1, 2), ...may });
    const again = { model_pattern: 'over*lap*', standard: usd(1, 2) };
    for (const time of [{}, { valid_from: '2026-05-31T23:59:59Z' }, { valid_to: '2026-05-01T00:00:00.000001Z' }]) {
      const answer = await server.post('/api/v1/prices', { ...again, ...time });
      expect(answer).toMatchObject({ status: 409, body: { error: { code: 'CONFLICT', field: 'model_pattern' } } });
      expect(JSON.stringify(answer.body)).toContain(price_id);
    }
    await addPrice({ ...again, valid_from: '2026-06-01T00:00:00Z' });
    await addPrice({ ...again, valid_to: '2026-05-01T00:00:00Z' });
    await addPrice({ ...again, provider: 'openai' });
  });

  it('names the field that cannot be taken', async () => {
    const good = { model_pattern: 'named', standard: usd(1, 2) };
    for (const [field, fault] of [
      ['model_pattern', { model_pattern: ' ' }],
      ['standard.input_usd_per_million', { standard: usd(-1, 2) }],
      ['batch.output_usd_per_million', { batch: { input_usd_per_million: 1 } }],
      ['currency', { currency: 'EUR' }],
      ['valid_to', { valid_from: '2026-05-01T00:00:00Z', valid_to: '2026-05-01T00:00:00Z' }],
      ['valid_from', { valid_from: 'yesterday' }],
    ] as const) {
      const answer = await server.post('/api/v1/prices', { ...good, ...fault });
      expect(answer).toMatchObject({ status: 400, body: { error: { field } } });
    }
  });
});
