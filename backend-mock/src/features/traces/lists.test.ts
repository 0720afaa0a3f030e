import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ARROW } from '../../http/accept.js';
import { type Query } from '../../store/store.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';
import { keysQuery, type ListRequest, listQuery } from './listSql.js';

const RANGE = { from: '2026-11-01T00:00:00Z', to: '2026-11-20T00:00:00Z' };
const NEWEST = { sort: 'start_time', order: 'desc', limit: 100 } as const;
const LARGE_BYTES = 20_000_000;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ maxBodyBytes: 64_000_000 });
  await server.store.execute({
    sql: `INSERT INTO traces (request_id, trace_id, start_time, status, model, model_type, user_id, input_text)
SELECT concat('r-', toString(cityHash64(number))), lower(hex(MD5(toString(number)))),
  toDateTime64('2026-11-05 00:00:00', 6, 'UTC') + number * 20, if(number % 50 = 0, 'error', 'success'),
  concat('m-', toString(number % 5)), 'external', concat('u-', toString(number % 1000)),
  concat(if(number % 3000 = 7, 'a Needle in ', ''), repeat('hay ', 50)) FROM numbers(60000)`,
    params: {},
  });
});
afterAll(() => server.close());

async function plan({ sql, params }: Query): Promise<string> {
  const rows = await server.store.rows<{ explain: string }>({ sql: `EXPLAIN indexes = 1 ${sql}`, params });
  return rows.map((row) => row.explain).join('\n');
}

const list = (fields: Partial<ListRequest>): ListRequest => ({ ...NEWEST, selection: RANGE, ...fields });

describe('what a list reads', () => {
  it('of all models is found in a copy that is in order of time', async () => {
    expect(await plan(keysQuery(list({})))).toContain('by_time');
    expect(await plan(keysQuery(list({ selection: { ...RANGE, filters: { status: ['error'] } } })))).toContain(
      'by_time',
    );
  });

  it('of one user is found by the user', async () => {
    expect(await plan(keysQuery(list({ selection: { ...RANGE, filters: { user_id: ['u-7'] } } })))).toContain(
      'by_user',
    );
  });

  it('of one model is read from the table in its own order', async () => {
    const sql = await plan(listQuery(list({ selection: { ...RANGE, filters: { model: ['m-1'] } } })));
    expect(sql).not.toContain('by_time');
    expect(sql).toContain('InReverseOrder');
  });

  it('of one OpenTelemetry trace is found by its index', async () => {
    expect(await plan(keysQuery(list({ selection: {}, traceId: 'a'.repeat(32) })))).toContain('trace_id_bloom');
  });

  it('measures of a model are still read from the table itself', async () => {
    const sql = `SELECT count(), avg(t.duration_ms) FROM traces AS t
WHERE t.start_time >= '2026-11-05 00:00:00' AND t.start_time < '2026-11-09 00:00:00' AND t.model = 'm-1'`;
    expect(await plan({ sql, params: {} })).not.toMatch(/by_time|by_user/);
  });
});

interface Page {
  traces: { request_id: string; trace_id: string; cursor: string }[];
  searched_back_to?: string;
  continue?: string;
}

async function page(query: string): Promise<Page> {
  const { status, body } = await server.get(`/api/v1/traces?${query}`);
  expect({ status, errors: contractErrors('TraceList', body) }).toEqual({ status: 200, errors: [] });
  return body as Page;
}

describe('lists', () => {
  it('of one OpenTelemetry trace have its requests and no others', async () => {
    const [first] = (await page('limit=1')).traces;
    const { traces } = await page(`trace_id=${first?.trace_id ?? ''}`);
    expect(traces.map((trace) => trace.request_id)).toEqual([first?.request_id]);
    expect((await page(`trace_id=${'0'.repeat(32)}`)).traces).toEqual([]);
  });

  it.each(['order=desc', 'order=asc', 'order=desc&model=m-1&model=m-2', 'sort=request_id'])(
    'that search through payloads find everything page by page, whatever the budget (%s)',
    async (order) => {
      const expected = await server.store.rows<{ request_id: string }>({
        sql: `SELECT request_id FROM traces WHERE input_text LIKE '%Needle%' ${order.includes('model') ? "AND model IN ('m-1', 'm-2')" : ''}
ORDER BY ${order.includes('sort') ? 'request_id DESC' : `start_time ${order.includes('asc') ? 'ASC' : 'DESC'}`}`,
        params: {},
      });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const found = await page(
          `q=needle&limit=6&budget_ms=200&${order}${cursor === undefined ? '' : `&cursor=${cursor}`}`,
        );
        seen.push(...found.traces.map((trace) => trace.request_id));
        cursor = found.continue ?? (found.traces.length === 6 ? found.traces.at(-1)?.cursor : undefined);
      } while (cursor !== undefined);
      expect(expected.length).toBeGreaterThan(7);
      expect(seen).toEqual(expected.map((row) => row.request_id));
    },
  );

  it('that search through payloads answer where to go on, not with an error, when the engine is too slow for any piece', async () => {
    const from = (await page('limit=3')).traces.at(-1)?.cursor ?? '';
    const rows = server.store.rows.bind(server.store);
    const slow = vi.spyOn(server.store, 'rows').mockImplementation((query, signal) => {
      const sql = query.sql.replace('WHERE', 'WHERE sleep(2.9) = 0 AND');
      return rows('window_from' in query.params ? { ...query, sql } : query, signal);
    });
    const found = await page(`q=needle&limit=6&budget_ms=50&cursor=${from}`);
    slow.mockRestore();
    expect(found).toMatchObject({ traces: [], searched_back_to: expect.any(String) as string });
    const expected = await page(`q=needle&limit=6&cursor=${from}`);
    expect(await page(`q=needle&limit=6&cursor=${found.continue ?? ''}`)).toEqual(expected);
  });

  it('come as Arrow with the same rows', async () => {
    const asJson = await page('q=needle&limit=5');
    const { raw } = await server.get('/api/v1/traces?q=needle&limit=5', { accept: ARROW });
    const ids = tableFromIPC(raw).getChild('request_id')?.toJSON();
    expect(ids).toEqual(asJson.traces.map((trace) => trace.request_id));
  });
});

describe('a payload of 20 MB', () => {
  const text = `${'東"\\\n'.repeat(LARGE_BYTES / 6)}end`;
  const bytes = Buffer.from(text);
  const path = '/api/v1/traces/large';
  beforeAll(async () => {
    const trace = aTrace({ request_id: 'large', input: text, output: { answer: ['x'] } });
    expect((await server.post('/api/v1/traces', trace)).status).toBe(201);
  });

  it('is answered whole, and as it was, with the trace', async () => {
    const { body } = await server.get(path);
    expect(contractErrors('TraceDetail', body)).toEqual([]);
    const { input, output } = body as { input: { text: string }; output: { json: string } };
    expect(input.text === text).toBe(true);
    expect(output.json).toBe('{"answer":["x"]}');
  });

  it('is left out of a preview, which tells its size', async () => {
    const { body, raw } = await server.get(`${path}?payload=preview`);
    expect(contractErrors('TraceDetail', body)).toEqual([]);
    expect(raw.length).toBeLessThan(10_000);
    expect(body).toMatchObject({
      input: { text: text.slice(0, 200), json: '', text_bytes: bytes.length, json_bytes: 0 },
      output: { json: '', json_bytes: 16 },
    });
  });

  it('is answered by itself, whole and in ranges of bytes', async () => {
    const whole = await server.get(`${path}/payloads/input`);
    expect(whole.raw.equals(bytes)).toBe(true);
    expect(whole.headers['content-length']).toBe(String(bytes.length));
    expect((await server.get(`${path}/payloads/output?form=json`)).body).toEqual({ answer: ['x'] });
    const part = await server.get(`${path}/payloads/input`, { range: 'bytes=1000000-1000099' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 1000000-1000099/${bytes.length}`);
    expect(part.raw.equals(bytes.subarray(1_000_000, 1_000_100))).toBe(true);
    const end = await server.get(`${path}/payloads/input`, { range: 'bytes=-3' });
    expect(end.raw.toString()).toBe('end');
    const rest = await server.get(`${path}/payloads/input`, { range: `bytes=${bytes.length - 5}-` });
    expect(rest.raw.equals(bytes.subarray(-5))).toBe(true);
  });

  it.each([
    ['/payloads/input', { range: 'bytes=999999999-' }, 400, 'Range'],
    ['/payloads/middle', {}, 400, 'side'],
    ['/payloads/input?form=xml', {}, 400, 'form'],
    ['?payload=half', {}, 400, 'payload'],
    ['x/payloads/input', {}, 404, 'request_id'],
    ['x/neighbors', {}, 404, 'request_id'],
  ])('%s %j is answered with %i naming %s', async (rest, headers, status, field) => {
    expect(await server.get(`${path}${rest}`, headers)).toMatchObject({ status, body: { error: { field } } });
  });
});

it.each([
  ['traces/sesame', 'request_id'],
  ['traces/sesame/neighbors', 'request_id'],
  ['traces/sesame/payloads/input', 'request_id'],
  ['traces?model=sesame', 'model'],
  ['traces?model=sesame&model=sesame-2', 'model'],
  ['export?format=csv&model=sesame', 'model'],
])(
  '%s that finds nothing is answered with the field that names it, never with what the caller sent',
  async (path, field) => {
    const { status, body, raw } = await server.get(`/api/v1/${path}`);
    expect({ status, body }).toMatchObject({
      status: 404,
      body: { error: { field, message: expect.stringContaining(field) as string } },
    });
    expect(raw.toString()).not.toContain('sesame');
  },
);
