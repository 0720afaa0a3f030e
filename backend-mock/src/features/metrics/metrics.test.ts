import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEASURES } from '../../contract/constants.gen.js';
import { ARROW } from '../../http/accept.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace, rowsOf } from '../../testing/traces.js';

let server: TestServer;
const RANGE = { from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z' };
const EVERY_MEASURE = Object.keys(MEASURES);

async function metrics(request: object) {
  const answer = await server.post('/api/v1/metrics', { ...RANGE, ...request });
  expect(answer.status, answer.raw.toString()).toBe(200);
  expect(contractErrors('Columns', answer.body)).toEqual([]);
  return rowsOf(answer.body);
}

beforeAll(async () => {
  server = await openTestServer();
  const traces = [
    aTrace({
      request_id: 'm1',
      model: 'a',
      source: 's1',
      duration_ms: 100,
      input_tokens: 10,
      cached_input_tokens: 4,
      cache_write_tokens: 6,
      output_tokens: 20,
      credits: 3,
      cost_usd: 0.5,
      timing: { generation_ms: 90 },
    }),
    aTrace({
      request_id: 'm2',
      model: 'a',
      source: 's1',
      duration_ms: 200,
      input_tokens: 30,
      output_tokens: 11,
      credits: 5,
      streamed: true,
      timing: { ttft_ms: 33 },
    }),
    aTrace({ request_id: 'm3', model: 'a', source: 's2', duration_ms: 400, status: 'error', output_tokens: 10 }),
    aTrace({ request_id: 'm4', model: 'a', source: 's3', status: 'timeout', streamed: true, timing: { ttft_ms: 7 } }),
    aTrace({ request_id: 'm5', model: 'b', source: 's3', streamed: false, timing: { ttft_ms: 1000 } }),
    // Every hour of the two days on which Berlin's clocks change in 2026, each at half past.
    ...['2026-03-29', '2026-10-25'].flatMap((day) =>
      Array.from({ length: 49 }, (_, hour) =>
        aTrace({
          request_id: `dst-${day}-${hour}`,
          model: 'dst',
          start_time: new Date(Date.parse(`${day}T00:30:00Z`) + (hour - 12) * 3_600_000).toISOString(),
        }),
      ),
    ),
  ];
  await server.post('/api/v1/traces', { traces });
});
afterAll(() => server.close());

describe('measures', () => {
  it('are what their descriptions say', async () => {
    const [row] = await metrics({ measures: EVERY_MEASURE, filters: { model: ['a'] } });
    expect(row).toEqual({
      requests: 4,
      successes: 2,
      failures: 2,
      timeouts: 1,
      failure_rate: 0.5,
      timeout_rate: 0.25,
      duration_avg_ms: 700 / 3,
      duration_min_ms: 100,
      duration_max_ms: 400,
      duration_p50_ms: 200,
      duration_p90_ms: 360,
      duration_p95_ms: 380,
      duration_p99_ms: 396,
      duration_samples: 3,
      ttft_avg_ms: 20,
      ttft_p50_ms: 20,
      ttft_p90_ms: 30.4,
      ttft_p95_ms: 31.7,
      ttft_p99_ms: expect.closeTo(32.74, 9) as number,
      ttft_samples: 2,
      // m1 reports (90 ms) / (20 - 1); m2 has (200 - 33) / (11 - 1).
      time_per_output_token_ms: expect.closeTo((90 / 19 + 167 / 10) / 2, 9) as number,
      output_tokens_per_second: expect.closeTo((20 + 11 + 10) / 0.7, 9) as number,
      input_tokens: 40,
      output_tokens: 41,
      total_tokens: 81,
      cached_input_tokens: 4,
      cache_write_tokens: 6,
      reasoning_tokens: null,
      cost_usd: 0.5,
      cost_per_request_usd: 0.5,
      unpriced_requests: 3,
      credits: 8,
      credits_per_request: 4,
    });
  });

  it('are null, not zero or an error, where no request reports the number', async () => {
    const [row] = await metrics({ measures: EVERY_MEASURE, filters: { model: ['b'] } });
    const counts = { failures: 0, timeouts: 0, failure_rate: 0, timeout_rate: 0, duration_samples: 0, ttft_samples: 0 };
    const known = { requests: 1, successes: 1, unpriced_requests: 1, ...counts };
    expect(row).toEqual({ ...Object.fromEntries(EVERY_MEASURE.map((name) => [name, null])), ...known });
  });

  it('have no row where there is no request', async () => {
    expect(await metrics({ measures: ['requests'], from: '2020-01-01T00:00:00Z', to: '2020-01-02T00:00:00Z' })).toEqual(
      [],
    );
    const hours = await metrics({ measures: ['requests'], interval: '1h', filters: { model: ['a'] } });
    expect(hours).toEqual([{ time: '2026-11-20T12:00:00.000000Z', requests: 4 }]);
  });

  it('come as an Arrow stream with the same numbers', async () => {
    const request = { ...RANGE, measures: EVERY_MEASURE, interval: '1h', group_by: ['model', 'status'] };
    const json = await metrics(request);
    const arrow = await server.post('/api/v1/metrics', request, { accept: ARROW });
    expect(arrow.headers['content-type']).toBe(ARROW);
    const table = tableFromIPC(arrow.raw);
    expect(table.schema.fields.map((field) => field.name)).toEqual(['time', 'model', 'status', ...EVERY_MEASURE]);
    expect(new Set(table.schema.fields.map((field) => String(field.type)))).toEqual(
      new Set(['Timestamp<MICROSECOND, UTC>', 'Utf8', 'Uint64', 'Float64']),
    );
    expect(Array.from(table.getChild('requests') ?? [], Number)).toEqual(json.map((row) => row['requests']));
  });
});

describe('groups', () => {
  it('beyond the limit are added up, and nothing is counted twice', async () => {
    const rows = await metrics({
      measures: ['requests', 'duration_avg_ms'],
      group_by: ['model', 'source'],
      series_limit: 2,
    });
    expect(rows).toEqual([
      { model: 'a', source: 's1', requests: 2, duration_avg_ms: 150 },
      { model: 'a', source: 's2', requests: 1, duration_avg_ms: 400 },
      { model: '(other)', source: '(other)', requests: 2, duration_avg_ms: null },
    ]);
  });

  it('keep their rank over the whole range in every bucket', async () => {
    const rows = await metrics({ measures: ['requests'], group_by: ['model'], interval: '1h', series_limit: 1 });
    expect(rows.map((row) => row['model'])).toEqual(['a', '(other)']);
  });

  it('can be every dimension, with requests that have no value as empty text', async () => {
    const rows = await metrics({ measures: ['requests'], group_by: ['deployment', 'user_id', 'error_type'] });
    expect(rows).toEqual([{ deployment: '', user_id: '', error_type: '', requests: 5 }]);
  });
});

describe('time buckets', () => {
  const dst = (fields: object) =>
    metrics({ measures: ['requests'], time_zone: 'Europe/Berlin', filters: { model: ['dst'] }, ...fields });

  it('a day of 25 hours has 25, a day of 23 hours has 23', async () => {
    const autumn = await dst({ from: '2026-10-24T22:00:00Z', to: '2026-10-25T23:00:00Z', interval: '1d' });
    expect(autumn).toEqual([{ time: '2026-10-24T22:00:00.000000Z', requests: 25 }]);
    const spring = await dst({ from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z', interval: '1d' });
    expect(spring).toEqual([{ time: '2026-03-28T23:00:00.000000Z', requests: 23 }]);
  });

  it('the hour that comes twice is two hours', async () => {
    const hours = await dst({ from: '2026-10-25T00:00:00Z', to: '2026-10-25T02:00:00Z', interval: '1h' });
    expect(hours.map((row) => row['time'])).toEqual(['2026-10-25T00:00:00.000000Z', '2026-10-25T01:00:00.000000Z']);
  });

  it.each([
    // 23 hours: 0:00, 7:00, 13:00 and 19:00 by the clock; the last ends at midnight after five hours.
    ['6h', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', { '28T23': 6, '29T05': 6, '29T11': 6, '29T17': 5 }],
    ['12h', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', { '28T23': 12, '29T11': 11 }],
    // 25 hours: 0:00, 5:00, 11:00, 17:00 and 23:00; the last ends at midnight after one hour.
    [
      '6h',
      '2026-10-24T22:00:00Z',
      '2026-10-25T23:00:00Z',
      { '24T22': 6, '25T04': 6, '25T10': 6, '25T16': 6, '25T22': 1 },
    ],
    ['12h', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', { '24T22': 12, '25T10': 12, '25T22': 1 }],
  ])(
    '%s from %s are full hours that pass, from local midnight to local midnight',
    async (interval, from, to, hours) => {
      const oneMore = new Date(Date.parse(to) + 3_600_000).toISOString();
      const rows = await dst({ from, to: oneMore, interval });
      const starts = rows.map(({ time, requests }) => [String(time).slice(8, 13), requests]);
      // The first hour of the next day begins a bucket of its own.
      expect(starts).toEqual([...Object.entries(hours), [to.slice(8, 13), 1]]);
    },
  );

  it.each([
    ['1w', '2026-10-18T22:00:00.000000Z'],
    ['1M', '2026-09-30T22:00:00.000000Z'],
  ])('%s begins at local midnight of Monday or of the first', async (interval, expected) => {
    const [first] = await dst({ from: '2026-10-24T22:00:00Z', to: '2026-10-25T22:00:00Z', interval });
    expect(first?.['time']).toBe(expected);
  });

  it('hours of a zone half an hour off begin at its own full hours', async () => {
    const rows = await dst({
      from: '2026-10-25T00:00:00Z',
      to: '2026-10-25T01:00:00Z',
      interval: '1h',
      time_zone: 'Asia/Kolkata',
    });
    expect(rows[0]?.['time']).toBe('2026-10-25T00:30:00.000000Z');
  });

  it.each(['77m', '90m', '36h', '3d', '2M'])('%s buckets add up to all requests', async (interval) => {
    const rows = await dst({ from: '2026-03-01T00:00:00Z', to: '2026-11-01T00:00:00Z', interval });
    expect(rows.reduce((sum, row) => sum + Number(row['requests']), 0)).toBe(98);
  });
});

describe('metrics requests that cannot be answered', () => {
  it.each([
    [{ measures: ['speed'] }, 400, 'measures[0]'],
    [{ measures: ['requests'], group_by: ['colour'] }, 400, 'group_by[0]'],
    [{ measures: [] }, 400, 'measures'],
    [{ measures: ['requests'], time_zone: 'Mars/Base' }, 400, 'time_zone'],
    [{ measures: ['requests'], time_zone: "UTC'); DROP" }, 400, 'time_zone'],
    [{ measures: ['requests'], time_zone: 'europe/berlin' }, 400, 'time_zone'],
    [{ measures: ['requests'], time_zone: 'PST' }, 400, 'time_zone'],
    [{ measures: ['requests'], time_zone: '+02:00' }, 400, 'time_zone'],
    [{ measures: ['requests'], interval: '0d' }, 400, 'interval'],
    [{ measures: ['requests'], interval: '1s' }, 400, 'interval'],
    [
      { measures: ['requests'], interval: '1d', from: '1970-01-01T00:00:00Z', to: '2261-01-01T00:00:00Z' },
      400,
      'interval',
    ],
    [{ measures: ['requests'], to: RANGE.from }, 400, 'to'],
    [{ measures: ['requests'], filters: { colour: ['red'] } }, 400, 'filters.colour'],
    [{ measures: ['requests'], filters: { model: ['nope'] } }, 404, 'filters.model'],
    [{ measures: ['requests'], filters: { model: ['nope', 'nor this'] } }, 404, 'filters.model'],
  ])('%j', async (fields, status, field) => {
    const answer = await server.post('/api/v1/metrics', { ...RANGE, ...fields });
    expect(answer).toMatchObject({ status, body: { error: { field } } });
  });

  it('answers for the models there are when a saved list names one that is gone', async () => {
    const both = await metrics({ measures: ['requests'], filters: { model: ['a', 'gone'] } });
    expect(both).toEqual(await metrics({ measures: ['requests'], filters: { model: ['a'] } }));
    expect(both).toHaveLength(1);
  });

  it('takes hostile filter values as values', async () => {
    const filters = { user_id: [`') OR 1=1 --`, '\\', '\u0000', '{a:b}'], source: [`'`] };
    expect(await metrics({ measures: ['requests'], filters, q: `%' OR 1 --` })).toEqual([]);
  });
});
