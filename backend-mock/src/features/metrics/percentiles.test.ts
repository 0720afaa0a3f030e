import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERCENTILES } from '../../contract/constants.gen.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { rowsOf } from '../../testing/traces.js';

const LEVELS = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 };
const MEASURES = Object.keys(LEVELS).flatMap((level) => [`duration_${level}_ms`, `ttft_${level}_ms`]);
/** As many as are still exact. */
const FEW = PERCENTILES.exactSamples;
const HEADER = 'modeltrace-percentiles';

let server: TestServer;

/** Traces over ten days with a duration each; all that are streamed have a time to first token. */
function tracesSql(model: string, count: number): string {
  return `INSERT INTO traces (request_id, model, model_type, status, user_id, start_time, duration_ms, streamed, ttft_ms)
WITH sipHash64(number) AS h
SELECT concat('${model}-', toString(number)), '${model}', 'external', 'success', concat('u', toString(h % 2)),
  toDateTime64('2026-11-01 00:00:00', 6, 'UTC') + toIntervalMillisecond(h % 864000000), exp(h % 10007 / 1000), h % 3 = 0, h % 5003
FROM numbers(${count})`;
}

beforeAll(async () => {
  server = await openTestServer();
  await server.store.execute({ sql: tracesSql('few', FEW), params: {} });
  await server.store.execute({ sql: tracesSql('many', FEW + 50_000), params: {} });
});
afterAll(() => server.close());

async function percentiles(fields: object, measures = MEASURES) {
  const body = { from: '2026-11-01T00:00:00Z', to: '2026-11-11T00:00:00Z', measures, ...fields };
  const answer = await server.post('/api/v1/metrics', body);
  expect(answer.status, answer.raw.toString()).toBe(200);
  return { method: answer.headers[HEADER], rows: rowsOf(answer.body) };
}

async function sorted(column: string, where: string): Promise<number[]> {
  const rows = await server.store.rows<{ value: number }>({
    sql: `SELECT ${column} AS value FROM traces WHERE ${where} ORDER BY value`,
    params: {},
  });
  return rows.map((row) => row.value);
}

/** The two samples between which an exact percentile lies. */
function neighbours(samples: readonly number[], level: number): [number, number] {
  const position = level * (samples.length - 1);
  return [samples[Math.floor(position)] ?? NaN, samples[Math.ceil(position)] ?? NaN];
}

describe('percentiles', () => {
  it('are exact up to the stated number of samples, and the answer says so', async () => {
    const { method, rows } = await percentiles({ filters: { model: ['few'] } }, [...MEASURES, 'duration_samples']);
    expect(method).toBe('exact');
    expect(rows[0]?.['duration_samples']).toBe(FEW);
    const durations = await sorted('duration_ms', "model = 'few'");
    const first = await sorted('ttft_ms', "model = 'few' AND streamed");
    for (const [name, level] of Object.entries(LEVELS)) {
      for (const [samples, measure] of [
        [durations, `duration_${name}_ms`],
        [first, `ttft_${name}_ms`],
      ] as const) {
        const [below, above] = neighbours(samples, level);
        const share = level * (samples.length - 1) - Math.floor(level * (samples.length - 1));
        expect(rows[0]?.[measure], measure).toBeCloseTo(below + (above - below) * share, 6);
      }
    }
  });

  it('are a sketch above, no further off than the answer says', async () => {
    const { method, rows } = await percentiles({ filters: { model: ['many'] } });
    expect(method).toBe(`sketch; relative-error=${PERCENTILES.relativeError}`);
    const durations = await sorted('duration_ms', "model = 'many'");
    const first = await sorted('ttft_ms', "model = 'many' AND streamed");
    for (const [name, level] of Object.entries(LEVELS)) {
      for (const [samples, measure] of [
        [durations, `duration_${name}_ms`],
        [first, `ttft_${name}_ms`],
      ] as const) {
        const [below, above] = neighbours(samples, level);
        const value = Number(rows[0]?.[measure]);
        expect(value, measure).toBeGreaterThanOrEqual(below * (1 - PERCENTILES.relativeError));
        expect(value, measure).toBeLessThanOrEqual(above * (1 + PERCENTILES.relativeError));
      }
    }
  });

  it('as a sketch are the same number from days summed up beforehand as from all rows', async () => {
    const sketches = async (where: string, group: string) =>
      server.store.rows<Record<string, unknown>>({
        sql: `SELECT ${Object.values(LEVELS)
          .map((level, index) => `quantileDD(0.01, ${level})(duration_ms) AS duration_${Object.keys(LEVELS)[index]}_ms`)
          .join(', ')}
FROM traces WHERE model = 'many' AND ${where} GROUP BY ${group} ORDER BY ${group}`,
        params: {},
      });
    const measures = Object.keys(LEVELS).map((level) => `duration_${level}_ms`);
    const ends = {
      from: '2026-11-01T00:00:00.000001Z',
      to: '2026-11-10T23:59:59.999999Z',
      filters: { model: ['many'] },
    };
    const { method, rows } = await percentiles(ends, measures);
    expect(method).toContain('sketch');
    expect(rows).toEqual(
      await sketches(
        "start_time >= '2026-11-01 00:00:00.000001' AND start_time < '2026-11-10 23:59:59.999999'",
        'model',
      ),
    );
    const { rows: days } = await percentiles({ filters: { model: ['many'] }, interval: '1d' }, measures);
    expect(days).toHaveLength(10);
    expect(days.map((day) => measures.map((measure) => day[measure]))).toEqual(
      (await sketches('1', 'toDate(start_time)')).map((day) => measures.map((measure) => day[measure])),
    );
  });

  it('of hours, and of what no days are kept for, are exact however many samples the range has', async () => {
    const { method, rows } = await percentiles({ filters: { model: ['many'] }, interval: '1h' }, ['duration_p99_ms']);
    expect(method).toBe('exact');
    const hour = await sorted('duration_ms', "model = 'many' AND start_time < '2026-11-01 01:00:00'");
    const [below, above] = neighbours(hour, 0.99);
    expect(rows[0]?.['duration_p99_ms']).toBeGreaterThanOrEqual(below);
    expect(rows[0]?.['duration_p99_ms']).toBeLessThanOrEqual(above);
    expect((await percentiles({ filters: { status: ['success'], model: ['many'] } })).method).toBe('exact');
  });

  it('are decided by the samples of the whole selection: what is known of filters and what is not', async () => {
    expect((await percentiles({})).method).toContain('sketch');
    expect((await percentiles({ filters: { user_id: ['u0'], model: ['many'] } })).method).toBe('exact');
    expect((await percentiles({ to: '2026-11-02T00:30:00Z' })).method).toBe('exact');
    // Only a third of the requests have a time to first token.
    expect((await percentiles({ filters: { model: ['many'] } }, ['ttft_p90_ms'])).method).toBe('exact');
    expect((await percentiles({}, ['requests', 'duration_avg_ms'])).method).toBeUndefined();
  });
});
