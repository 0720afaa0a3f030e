import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TraceInput } from '../../ingest/traceRow.js';
import { pricesOf, usd } from '../../testing/prices.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
const { addPrice, costOf, prices } = pricesOf(() => server);

/** The generated type of an object with any fields has none. */
const tier = (service_tier: string) => ({ service_tier }) as unknown as Record<string, never>;

describe('the cost of a trace as it arrives', () => {
  it('is the sent one where there is one, also when it is nothing', async () => {
    const tokens = { input_tokens: 1_000_000, output_tokens: 0 };
    expect(await costOf({ request_id: 'sent', cost_usd: 7, ...tokens })).toEqual({
      cost_usd: 7,
      cost_source: 'sent',
      price_id: '',
    });
    expect(await costOf({ request_id: 'sent-nothing', cost_usd: 0, ...tokens })).toMatchObject({
      cost_usd: 0,
      cost_source: 'sent',
    });
  });

  it('counts cached, written and reasoning tokens once', async () => {
    const apart = { cached_input_usd_per_million: 1, cache_write_usd_per_million: 20, reasoning_usd_per_million: 50 };
    const { price_id } = await addPrice({ model_pattern: 'parts', standard: usd(10, 100, apart) });
    const cost = await costOf({
      request_id: 'parts',
      model: 'parts',
      input_tokens: 1000,
      cached_input_tokens: 300,
      cache_write_tokens: 200,
      output_tokens: 100,
      reasoning_tokens: 40,
    });
    const expected = (500 * 10 + 300 * 1 + 200 * 20 + 60 * 100 + 40 * 50) / 1e6;
    expect(cost).toEqual({ cost_usd: expected, cost_source: 'priced', price_id });
    const { version } = await prices();
    expect((await server.get('/api/v1/traces/parts')).body, 'the trace says which price it was').toMatchObject({
      cost_usd: expected,
      cost_source: 'priced',
      price_id,
      price_version: version,
    });
  });

  it('is unknown, not 0, without a price or without the counts that are charged', async () => {
    const unknown = { cost_usd: null, cost_source: '', price_id: '' };
    expect(await costOf({ request_id: 'no-price', model: 'nobody knows', input_tokens: 1, output_tokens: 1 })).toEqual(
      unknown,
    );
    expect(await costOf({ request_id: 'no-output', model: 'gpt-4o', input_tokens: 1 })).toEqual(unknown);
    expect(await costOf({ request_id: 'no-input', model: 'gpt-4o', output_tokens: 1 })).toEqual(unknown);
    const embedding = { request_id: 'embedding', model: 'text-embedding-3-small', input_tokens: 1_000_000 };
    expect(await costOf(embedding)).toMatchObject({ cost_usd: 0.02, cost_source: 'priced' });
  });

  it('goes by the model that answered, the provider, the most specific pattern and the time', async () => {
    const tokens = { input_tokens: 1_000_000, output_tokens: 0 };
    await addPrice({ model_pattern: 'order*', standard: usd(1, 1) });
    await addPrice({ model_pattern: 'order-big*', standard: usd(2, 1) });
    await addPrice({
      model_pattern: 'order-big*',
      provider: 'cloud',
      standard: usd(3, 1),
      valid_from: '2026-11-20T00:00:00Z',
    });
    await addPrice({ model_pattern: 'order-*', provider: 'cloud', standard: usd(4, 1) });
    await addPrice({ model_pattern: 'ORDER_x', standard: usd(5, 1) });
    const of = async (trace: Partial<TraceInput>) =>
      (await costOf({ request_id: `order-${Math.random()}`, model: 'order-big-1', ...tokens, ...trace }))?.cost_usd;
    expect(await of({})).toBe(2);
    expect(await of({ model: 'anything', response_model: 'order-big-1' })).toBe(2);
    expect(await of({ response_model: 'order!' })).toBe(1);
    expect(await of({ response_model: 'nobody knows' })).toBe(2);
    expect(await of({ provider: 'Cloud' })).toBe(3);
    expect(await of({ provider: 'cloud', start_time: '2026-11-19T23:59:59.999999Z' })).toBe(4);
    expect(await of({ provider: 'cloud', model: 'order' })).toBe(1);
    expect(await of({ model: 'Order_X' })).toBe(5);
    expect(await of({ model: 'orderAx' })).toBe(1);
  });

  it('is the batch price for a trace that says so by tag or parameter', async () => {
    await addPrice({ model_pattern: 'batched', standard: usd(10, 10), batch: usd(5, 5) });
    const batched = { model: 'batched', input_tokens: 1_000_000, output_tokens: 0 };
    expect((await costOf({ request_id: 'batch-no', ...batched }))?.cost_usd).toBe(10);
    expect((await costOf({ request_id: 'batch-tag', tags: { batch: 'true' }, ...batched }))?.cost_usd).toBe(5);
    expect((await costOf({ request_id: 'batch-tier', parameters: tier('batch'), ...batched }))?.cost_usd).toBe(5);
    expect((await costOf({ request_id: 'batch-flex', parameters: tier('flex'), ...batched }))?.cost_usd).toBe(10);
  });
});
