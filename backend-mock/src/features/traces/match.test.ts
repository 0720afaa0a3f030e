import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';
import { listQuery } from './listSql.js';

const LONG = 'x '.repeat(200);

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  const traces = [
    aTrace({ request_id: 'in-input', input_text: `${LONG}Where is my ПОСЫЛКА now?${LONG}`, output_text: 'посылка' }),
    aTrace({ request_id: 'in-output', output_text: 'посылка \u2068is\u2069 here' }),
    aTrace({ request_id: 'in-error', error: { type: 'x', message: 'No посылка was found' } }),
    aTrace({ request_id: 'in-tags', tags: { kind: 'a посылка' } }),
    aTrace({ request_id: 'посылка-7' }),
    aTrace({ request_id: 'other', input_text: 'letter' }),
  ];
  expect((await server.post('/api/v1/traces', { traces })).status).toBe(201);
});
afterAll(() => server.close());

/** Where each of the rows was found. */
async function matches(parameters: Record<string, string>): Promise<Record<string, string>> {
  const { status, body } = await server.get(`/api/v1/traces?${new URLSearchParams(parameters).toString()}`);
  expect(status).toBe(200);
  const { traces } = body as { traces: { request_id: string; match_preview: string }[] };
  return Object.fromEntries(traces.map((trace) => [trace.request_id, trace.match_preview]));
}

const FOUND = {
  'in-output': 'output: \u2068посылка\u2069 is here',
  'in-error': 'error_message: No \u2068посылка\u2069 was found',
  'in-tags': 'tags: kind=a \u2068посылка\u2069',
  'посылка-7': 'request_id: \u2068посылка\u2069-7',
};

it.each([
  ['the search text', { q: 'посылка' }],
  ['words of the query', { query: 'NOT letter AND (посылка OR nothing)' }],
  ['a further condition, in another order', { condition: '"посылка"', sort: 'cost_usd' }],
])('rows that were found by %s say where, with what stands around it', async (_, asked) => {
  const { 'in-input': excerpt = '', ...others } = await matches(asked);
  expect(others).toEqual(FOUND);
  expect(excerpt).toMatch(/^input: …[x ]+Where is my \u2068ПОСЫЛКА\u2069 now\?[x ]+$/);
  expect(excerpt.length).toBeLessThan(300);
});

it('a condition on one text is found in that one', async () => {
  expect(await matches({ query: 'output contains посылка' })).toEqual({
    'in-input': 'output: \u2068посылка\u2069',
    'in-output': FOUND['in-output'],
  });
});

it.each(['let*er', 'NOT посылка', 'request_id = other', ''])(
  '%j looks for no text whose place could be told',
  async (query) => {
    expect(await matches({ query })).toMatchObject({ other: '' });
  },
);

it('a hostile text that is looked for stays a text', async () => {
  expect(await matches({ q: `') OR 1=1 --` })).toEqual({});
  expect(Object.keys(await matches({ query: 'a b c d e f g посылка' }))).toEqual([]);
});

it.each([{}, { filters: { model: ['large'] } }])(
  'a page of large payloads is looked into row by row, and never in memory as a whole (%j)',
  async (selected) => {
    await server.store.execute({
      sql: `INSERT INTO traces (request_id, trace_id, start_time, status, model, model_type, input_text)
SELECT concat('large-', toString(number)), lower(hex(MD5(toString(number)))),
  toDateTime64('2026-03-05 00:00:00', 6, 'UTC') + number, 'success', 'large', 'external',
  concat('a needle in ', repeat('hay hay ', 750000)) FROM numbers(60)`,
      params: {},
    });
    const selection = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z', q: 'needle', ...selected };
    const { sql, params } = listQuery({ selection, sort: 'start_time', order: 'desc', limit: 100 });
    const limit = `${sql.includes('SETTINGS') ? ',' : '\nSETTINGS'} max_memory_usage = 200000000`;
    const rows = await server.store.rows<{ match_preview: string }>({ sql: sql + limit, params });
    expect(rows[0]?.match_preview).toContain('a \u2068needle\u2069 in hay');
  },
);
