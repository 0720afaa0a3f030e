import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../contract/api.gen.js';
import { pricesOf, usd } from '../../testing/prices.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';
import { priceBookOf } from './priceBook.js';

/** A run changes the price table a dozen times and rewrites up to a hundred traces twice, which takes seconds. */
const RUNS = Math.max(4, Math.ceil(Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 0) / 20));

type Price = components['schemas']['Price'];

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
const { call, costs, reprice, send } = pricesOf(() => server);

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
      { numRuns: RUNS },
    );
    expect(priced).toBeGreaterThan(0);
  });
});
