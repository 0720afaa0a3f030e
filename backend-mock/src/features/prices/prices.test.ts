import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../contract/api.gen.js';
import type { TraceInput } from '../../ingest/traceRow.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestAnswer, type TestServer } from '../../testing/testServer.js';
import { aTrace, rowsOf } from '../../testing/traces.js';
import { priceBookOf } from './priceBook.js';
import { applicablePrices } from './reprice.js';

type Schemas = components['schemas'];
type Price = Schemas['Price'];

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** The generated type of an object with any fields has none. */
const tier = (service_tier: string) => ({ service_tier }) as unknown as Record<string, never>;

const usd = (input: number, output: number, more: object = {}) => ({
  input_usd_per_million: input,
  output_usd_per_million: output,
  ...more,
});

async function addPrice(price: object): Promise<Price> {
  const answer = await server.post('/api/v1/prices', price);
  expect([answer.status, contractErrors('Price', answer.body)]).toEqual([201, []]);
  return answer.body as Price;
}

async function prices(version?: number): Promise<Schemas['PriceList']> {
  const answer = await server.get(`/api/v1/prices${version === undefined ? '' : `?version=${version}`}`);
  expect([answer.status, contractErrors('PriceList', answer.body)]).toEqual([200, []]);
  return answer.body as Schemas['PriceList'];
}

async function call(method: 'PUT' | 'DELETE', url: string, body?: object): Promise<TestAnswer> {
  const answer = await server.app.inject({ method, url, ...(body && { payload: body }) });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json<unknown>(), raw: answer.rawPayload };
}

async function reprice(body: object): Promise<Schemas['RepriceAnswer']> {
  const answer = await server.post('/api/v1/prices/reprice', body);
  expect([answer.status, contractErrors('RepriceAnswer', answer.body)]).toEqual([200, []]);
  return answer.body as Schemas['RepriceAnswer'];
}

interface Cost {
  cost_usd: number | null;
  cost_source: string;
  price_id: string;
}

async function costs(prefix: string): Promise<Record<string, Cost>> {
  const rows = await server.store.rows<Cost & { request_id: string }>({
    sql: 'SELECT request_id, cost_usd, cost_source, price_id FROM traces WHERE startsWith(request_id, {prefix:String})',
    params: { prefix },
  });
  return Object.fromEntries(rows.map(({ request_id, ...cost }) => [request_id, cost]));
}

async function measured(measure: string, model: string): Promise<unknown> {
  const answer = await server.post('/api/v1/metrics', {
    from: '2026-01-01T00:00:00Z',
    to: '2027-01-01T00:00:00Z',
    measures: [measure],
    filters: { model: [model] },
  });
  return rowsOf(answer.body)[0]?.[measure];
}

async function send(...traces: TraceInput[]): Promise<void> {
  expect((await server.post('/api/v1/traces', { traces })).status).toBe(201);
}

async function costOf(trace: Partial<TraceInput> & { request_id: string }): Promise<Cost | undefined> {
  await send(aTrace(trace));
  return (await costs(trace.request_id))[trace.request_id];
}

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
});

const amount = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 1000, noNaN: true }),
  fc.integer({ min: 0, max: 999 }).map((n) => n / 100),
);
const optionalAmount = fc.option(amount, { nil: undefined });
const tokenPrices = fc
  .record({ input: amount, output: amount, cached: optionalAmount, written: optionalAmount, reasoning: optionalAmount })
  .map(({ input, output, cached, written, reasoning }) =>
    usd(input, output, {
      ...(cached !== undefined && { cached_input_usd_per_million: cached }),
      ...(written !== undefined && { cache_write_usd_per_million: written }),
      ...(reasoning !== undefined && { reasoning_usd_per_million: reasoning }),
    }),
  );
const namePart = fc.constantFrom('a', 'B', 'b', '%', '_', '\\', "'", '{x:String}', 'é', 'É', '\n', '-', '😀');
const name = fc.array(namePart, { minLength: 1, maxLength: 4 }).map((parts) => `x${parts.join('')}`);
const pattern = fc
  .array(fc.oneof(namePart, fc.constant('*')), { minLength: 1, maxLength: 4 })
  .map((parts) => `${parts.includes('*') ? '' : 'x'}${parts.join('')}`)
  .filter((text) => /\S/.test(text));
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-09-${String(n).padStart(2, '0')}T00:00:00Z`);
const price = fc.record({
  model_pattern: pattern,
  provider: fc.constantFrom('', '', 'p', 'P_'),
  standard: tokenPrices,
  batch: fc.option(tokenPrices),
  valid_from: fc.option(day),
  valid_to: fc.option(day),
});
const tokens = fc.option(fc.nat({ max: 3_000_000 }));
const trace = fc.record({
  model: name,
  response_model: fc.oneof(fc.constant(''), name),
  provider: fc.constantFrom('', 'p', 'P', 'p_'),
  start_time: day,
  input_tokens: tokens,
  output_tokens: tokens,
  cached_input_tokens: tokens,
  cache_write_tokens: tokens,
  reasoning_tokens: tokens,
  tags: fc.constantFrom({}, { batch: 'true' }, { batch: 'false' }),
  parameters: fc.constantFrom({}, { service_tier: 'batch' }, { note: 'service_tier' }),
});

describe('whatever prices and traces there are', () => {
  it('the cost computed as a trace arrives is the cost that the engine computes, to the last bit', async () => {
    let run = 0;
    let priced = 0;
    const book = priceBookOf(server.store);
    await fc.assert(
      fc.asyncProperty(
        fc.array(price, { minLength: 1, maxLength: 8 }),
        fc.array(trace, { minLength: 50, maxLength: 100 }),
        async (given, traces) => {
          const prefix = `same-${run++}-`;
          const added: string[] = [];
          for (const one of given) {
            const answer = await server.post('/api/v1/prices', one);
            if (answer.status === 201) added.push((answer.body as Price).price_id);
          }
          await send(
            ...traces.map((one, index) =>
              aTrace({
                ...one,
                request_id: `${prefix}${index}`,
                tags: one.tags as Record<string, string>,
                parameters: one.parameters as Record<string, never>,
              }),
            ),
          );
          const arrived = await costs(prefix);
          await server.store.mutate('traces', {
            sql: "UPDATE cost_usd = NULL, cost_source = '', price_id = '', price_version = 0 WHERE startsWith(request_id, {prefix:String})",
            params: { prefix },
          });
          await reprice({ from: '2026-09-01T00:00:00Z', to: '2026-10-01T00:00:00Z', mode: 'all-but-sent' });
          expect(await costs(prefix)).toEqual(arrived);
          priced += Object.values(arrived).filter(({ cost_source }) => cost_source === 'priced').length;
          for (const id of added) await call('DELETE', `/api/v1/prices/${id}`);
          await book.reload();
        },
      ),
      { numRuns: Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 4) },
    );
    expect(priced).toBeGreaterThan(0);
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
