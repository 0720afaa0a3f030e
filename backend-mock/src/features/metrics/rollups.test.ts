import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEASURES } from '../../contract/constants.gen.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { type AggregateName, partialSql } from './aggregatesSql.js';
import { aggregatesOf, type Measure } from './measuresSql.js';
import type { MetricsRequest } from './metricsRequest.js';
import { planMetrics } from './plan.js';
import { cellSql, ROLLUPS } from './rollups.js';
import { metricsQuery } from './sql.js';
import { TimeZones } from './timeZones.js';

const RUNS = Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 25);
const ALL_MEASURES = Object.keys(MEASURES) as Measure[];
const SUMMED = ALL_MEASURES.filter((measure) => !/_p\d+_ms$/.test(measure));
const NAMES = ['by_day', 'by_hour', 'by_quarter_hour'];
const START = Date.parse('2026-10-10T00:00:00Z');
const DAYS = 40;

let server: TestServer;
let timeZones: TimeZones;

/** Rows over forty days with everything that is summed up, now and then not known. Some share their time. */
const rowsSql = (
  seed: number,
  count: number,
) => `INSERT INTO traces (request_id, model, model_type, provider, operation,
  deployment, deployment_version, connection, status, user_id, start_time, duration_ms, streamed, ttft_ms, generation_ms,
  input_tokens, output_tokens, cached_input_tokens, cache_write_tokens, reasoning_tokens, cost_usd, credits)
WITH sipHash64(number, ${seed}) AS h, sipHash64(h) AS i
SELECT concat('${seed}-', toString(number)), concat('m', toString(h % 5)), ['external', 'fine-tuned'][h % 2 + 1],
  concat('p', toString(h % 2)), ['chat', 'embeddings'][i % 2 + 1], concat('d', toString(i % 3)), concat('v', toString(i % 2)),
  concat('c', toString(h % 3)), ['success', 'success', 'error', 'timeout'][h % 4 + 1], concat('u', toString(i % 30)),
  toDateTime64('2026-10-10 00:00:00', 6, 'UTC') + toIntervalMicrosecond((i % ${DAYS * 86_400}) * 1000000 + if(h % 3 = 0, 0, h % 1000000)),
  if(h % 7 = 0, NULL, exp(i % 1000 / 100)), h % 3 > 0, if(i % 4 = 0, NULL, h % 900), if(i % 5 = 0, h % 3000, NULL),
  if(h % 6 = 0, NULL, h % 5000), if(i % 6 = 0, NULL, i % 900), if(h % 8 > 0, NULL, h % 100), if(h % 9 > 0, NULL, h % 70),
  if(i % 9 > 0, NULL, i % 70), if(i % 3 = 0, NULL, (i % 1000) / 1024), if(h % 5 = 0, NULL, (h % 64) / 8)
FROM numbers(${count})`;

beforeAll(async () => {
  server = await openTestServer();
  timeZones = new TimeZones(server.store);
  await server.store.execute({ sql: rowsSql(1, 30_000), params: {} });
  await server.store.execute({ sql: rowsSql(2, 5000), params: {} });
});
afterAll(() => server.close());

function request(fields: Partial<MetricsRequest>): MetricsRequest {
  return {
    from: '2026-10-12T00:00:00Z',
    to: '2026-11-12T00:00:00Z',
    measures: SUMMED,
    time_zone: 'UTC',
    series_limit: 20,
    ...fields,
  };
}

/** The answer from the rollup where there is one for the request, and the one from the rows. */
async function bothWays(asked: MetricsRequest, readsRollup = true) {
  const plan = await planMetrics(asked, server.store, timeZones);
  const rows = async (query: ReturnType<typeof metricsQuery>, settings: string) =>
    server.store.rows<Record<string, unknown>>({ ...query, sql: `${query.sql}\nSETTINGS ${settings}` });
  const method = plan.method === undefined ? {} : { method: plan.method };
  const rolled = await rows(metricsQuery(asked, plan), `optimize_use_projections = ${Number(readsRollup)}`);
  const raw = await rows(metricsQuery(asked, { method: undefined, ...method }), 'optimize_use_projections = 0');
  return { plan, rolled, raw };
}

/** Sums of fractions differ in their last digit by the order in which the engine adds, also from one time to the next. */
function expectSame(rolled: Record<string, unknown>[], raw: Record<string, unknown>[]): void {
  const rounded = (rows: Record<string, unknown>[]) =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value,
        ]),
      ),
    );
  expect(rounded(rolled)).toEqual(rounded(raw));
}

const minute = fc.integer({ min: -60 * 24, max: 60 * 24 * (DAYS + 1) });
const aRequest = fc
  .record({
    start: minute,
    // Ranges end at full minutes, at full hours, or anywhere.
    length: fc.oneof(
      fc.integer({ min: 1, max: 60 * 24 * DAYS }),
      fc.integer({ min: 1, max: 24 * DAYS }).map((h) => h * 60),
    ),
    offsetMicros: fc.constantFrom(0, 1, 999_999, 30_500_000),
    interval: fc.constantFrom(undefined, '15m', '30m', '1h', '90m', '6h', '7h', '1d', '3d', '1w', '1M'),
    time_zone: fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Africa/Abidjan',
    ),
    group_by: fc.uniqueArray(
      fc.constantFrom('model', 'model_type', 'provider', 'status', 'deployment', 'operation', 'connection'),
      { maxLength: 2 },
    ),
    series_limit: fc.constantFrom(1, 3, 20),
    model: fc.constantFrom([], ['m1'], ['m0', 'm3']),
    status: fc.constantFrom([], ['error', 'timeout']),
    deployment: fc.constantFrom([], [], ['d1']),
  })
  .map(({ start, length, offsetMicros, model, status, deployment, interval, ...rest }) => {
    const fromMs = START + start * 60_000 + Math.floor(offsetMicros / 1000);
    const time = (ms: number) =>
      `${new Date(ms).toISOString().slice(0, 23)}${String(offsetMicros % 1000).padStart(3, '0')}Z`;
    return request({
      ...rest,
      group_by: rest.group_by,
      ...(interval !== undefined && { interval }),
      from: time(fromMs),
      to: time(fromMs + length * 60_000),
      filters: { model: [...model], status: [...status], deployment: [...deployment] },
    });
  });

async function checkManyRequests(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(aRequest, async (asked) => {
      const { rolled, raw } = await bothWays(asked);
      expectSame(rolled, raw);
    }),
    { numRuns: runs },
  );
}

describe('sums of rollups', () => {
  it('are found by the engine under the expressions that queries use', async () => {
    const names = [...aggregatesOf(ALL_MEASURES)];
    for (const [index, rollup] of ROLLUPS.entries()) {
      const inRollup = names.filter((name: AggregateName) => rollup.hasSketches || !name.endsWith('_percentiles'));
      for (const name of inRollup) {
        const rows = await server.store.rows({
          sql: `SELECT ${cellSql(rollup)} AS cell, ${partialSql(name)} AS part FROM traces AS t GROUP BY cell LIMIT 1
SETTINGS force_optimize_projection_name = '${NAMES[index] ?? ''}'`,
          params: {},
        });
        expect(rows, name).toHaveLength(1);
      }
    }
  });

  it('are the same as those of the rows, for any range, interval, zone, grouping and filter', async () => {
    await checkManyRequests(RUNS);
  });

  it.each([
    ['UTC', 86_400],
    ['Europe/Berlin', 3600],
    ['Asia/Kolkata', 900],
  ])(
    'have the local days of %s in cells of %d s, and they are the same as those of the rows',
    async (time_zone, seconds) => {
      const { plan, rolled, raw } = await bothWays(request({ interval: '1d', time_zone, group_by: ['model'] }));
      expect(plan.cells?.rollup.cellSeconds).toBe(seconds);
      expectSame(rolled, raw);
    },
  );

  it('have traces that come late, and follow removal and change of traces', async () => {
    await server.store.execute({ sql: rowsSql(3, 3000), params: {} });
    await server.store.mutate('traces', { sql: 'DELETE WHERE user_id = {user:String}', params: { user: 'u7' } });
    await server.store.mutate('traces', {
      sql: 'UPDATE cost_usd = 0.25 WHERE cost_usd IS NULL AND model = {model:String}',
      params: { model: 'm2' },
    });
    const asked = request({ interval: '1d', group_by: ['model'] });
    const { rolled, raw } = await bothWays(asked);
    expectSame(rolled, raw);
    const m2 = rolled.filter((row) => row['model'] === 'm2');
    expect(m2.reduce((sum, row) => sum + Number(row['unpriced_requests']), 0)).toBe(0);
    const query = metricsQuery(asked, await planMetrics(asked, server.store, timeZones));
    await expect(
      server.store.rows({ ...query, sql: `${query.sql}\nSETTINGS force_optimize_projection_name = 'by_day'` }),
    ).resolves.toHaveLength(rolled.length);
    await checkManyRequests(Math.ceil(RUNS / 4));
  });

  it('are not used for what they do not know', async () => {
    const { plan } = await bothWays(request({ group_by: ['user_id'] }));
    expect(plan.cells).toBeUndefined();
    const { plan: searched } = await bothWays(request({ q: 'x' }));
    expect(searched.cells).toBeUndefined();
  });
});
