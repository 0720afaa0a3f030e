import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../contract/api.gen.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { pricesOf, usd } from '../../testing/prices.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace, rowsOf } from '../../testing/traces.js';
import { priceBookOf } from './priceBook.js';
import { applicablePrices } from './reprice.js';

type Schemas = components['schemas'];

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
const { addPrice, call, costs, reprice, send } = pricesOf(() => server);

async function measured(measure: string, model: string): Promise<unknown> {
  const answer = await server.post('/api/v1/metrics', {
    from: '2026-01-01T00:00:00Z',
    to: '2027-01-01T00:00:00Z',
    measures: [measure],
    filters: { model: [model] },
  });
  return rowsOf(answer.body)[0]?.[measure];
}

describe('re-pricing', () => {
  it('gives stored traces the cost they would get now, sums follow, and sent costs stay', async () => {
    const model = 'later priced';
    const tokens = { model, input_tokens: 1_000_000, output_tokens: 0 };
    await send(
      aTrace({ request_id: 'later-1', ...tokens, tags: { team: 'a' } }),
      aTrace({ request_id: 'later-2', ...tokens, start_time: '2026-10-20T12:00:00Z' }),
      aTrace({ request_id: 'later-3', model }),
      aTrace({ request_id: 'later-4', ...tokens, cost_usd: 100 }),
      aTrace({ request_id: 'later-5', model, status: 'error' }),
      aTrace({ request_id: 'later-6', model, model_type: 'fine-tuned' }),
    );
    const unpriced = await server.get(`/api/v1/prices/unpriced?model=${encodeURIComponent(model)}`);
    expect(contractErrors('UnpricedList', unpriced.body)).toEqual([]);
    const row = { model, provider: '', requests: 4, requests_with_price: 0, requests_without_tokens: 2 };
    const times = { first_trace_time: '2026-10-20T12:00:00.000000Z', last_trace_time: '2026-11-20T12:00:00.000000Z' };
    expect(unpriced.body).toMatchObject({ requests: 4, models: [{ ...row, ...times, input_tokens: 2_000_000 }] });
    expect((unpriced.body as Schemas['UnpricedList']).models, 'hosted models miss no cost').toHaveLength(1);
    expect(await measured('unpriced_requests', model), 'the measure counts the same').toBe(4);

    const price = await addPrice({ model_pattern: 'Later*', standard: usd(2, 0) });
    const filters = { model: [model] };
    const dry = await server.get(`/api/v1/prices/unpriced?model=${encodeURIComponent(model)}`);
    expect(dry.body).toMatchObject({ requests: 4, models: [{ requests_with_price: 2 }] });
    expect(await reprice({ filters, from: '2026-11-01T00:00:00Z', q: 'TEAM' })).toMatchObject({
      repriced: 1,
      still_unpriced: 0,
      usd_before: 0,
      usd_after: 2,
    });
    expect(await reprice({ filters })).toMatchObject({ repriced: 1, still_unpriced: 2, usd_before: 0, usd_after: 2 });
    const unknown = { cost_usd: null, cost_source: '', price_id: '' };
    const priced = { cost_usd: 2, cost_source: 'priced', price_id: price.price_id };
    const sent = { cost_usd: 100, cost_source: 'sent', price_id: '' };
    expect(await costs('later-')).toEqual({
      'later-1': priced,
      'later-2': priced,
      'later-3': unknown,
      'later-4': sent,
      'later-5': unknown,
      'later-6': unknown,
    });

    await call('PUT', `/api/v1/prices/${price.price_id}`, { model_pattern: 'Later*', standard: usd(3, 0) });
    expect(await reprice({ filters, mode: 'unpriced' })).toMatchObject({ repriced: 0, still_unpriced: 2 });
    expect(await reprice({ filters, mode: 'priced' })).toMatchObject({ repriced: 2, usd_before: 4, usd_after: 6 });
    expect(await measured('cost_usd', model)).toBe(106);
    expect(await measured('unpriced_requests', model)).toBe(2);

    await call('DELETE', `/api/v1/prices/${price.price_id}`);
    expect(await reprice({ filters, mode: 'all-but-sent' })).toMatchObject({
      repriced: 0,
      still_unpriced: 4,
      usd_after: 0,
    });
    expect((await costs('later-'))['later-1']).toEqual(unknown);
  });

  it('a selection that cannot be read is refused and changes nothing', async () => {
    expect(
      await server.post('/api/v1/prices/reprice', { from: '2026-11-01T00:00:00Z', to: '2026-10-01T00:00:00Z' }),
    ).toMatchObject({
      status: 400,
      body: { error: { field: 'to' } },
    });
  });

  it('costs no trace its price when the table is read again meanwhile', async () => {
    await send(aTrace({ request_id: 'meanwhile', model: 'gpt-4o' }));
    const book = priceBookOf(server.store);
    const { matcher } = await book.reload();
    const all = { sql: '1', params: {}, columns: new Set<string>() };
    const before = await applicablePrices(server.store, all, matcher);
    await book.reload();
    expect(before.length).toBeGreaterThan(0);
    expect(await applicablePrices(server.store, all, matcher)).toEqual(before);
  });
});
