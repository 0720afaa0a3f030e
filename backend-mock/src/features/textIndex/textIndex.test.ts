import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../testing/silentLog.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';
import { type Selection, selectionCondition } from '../selection/selectionSql.js';
import { keysQuery } from '../traces/listSql.js';
import { applyTextIndex } from './textIndex.js';

const MONTHS = 12;
const RANGE = { from: '2024-01-01T00:00:00Z', to: '2025-01-01T00:00:00Z' };

let server: TestServer;
/** Ten traces a month; months are stored apart. */
const traces = Array.from({ length: MONTHS * 10 }, (_, index) => {
  const month = Math.floor(index / 10);
  return aTrace({
    request_id: `r-${index}`,
    start_time: `2024-${String(month + 1).padStart(2, '0')}-10T00:00:${10 + (index % 10)}Z`,
    input: `A question about everyday matters, number ${index}${index === 57 ? ' ПРИВЕТИК' : ''}`,
    output: index === 105 ? 'The rareNeedle-42 is here' : index === 91 ? 'これは東京です' : 'An answer',
    tags: index === 33 ? { team: 'Blue-Whales' } : { team: 'red' },
    ...(index === 77 && { error: { message: 'Quota of tenant exceeded' } }),
  });
});

beforeAll(async () => {
  server = await openTestServer();
  expect((await server.post('/api/v1/traces', { traces: traces.slice(0, 100) })).status).toBe(201);
});
afterAll(() => server.close());

/** Rows that the engine reads for a selection, and those that it finds. */
async function reading(selection: Selection): Promise<{ rows: number; found: string[] }> {
  const { sql, params } = keysQuery({ selection, sort: 'start_time', order: 'desc', limit: 1000 });
  const answer = await server.engine.client().exec({ query: `${sql} FORMAT JSONEachRow`, query_params: params });
  let text = '';
  for await (const chunk of answer.stream) text += String(chunk);
  const found = text.split('\n').filter((line) => line !== '');
  return {
    rows: Number(answer.summary?.read_rows),
    found: found.map((line) => (JSON.parse(line) as { request_id: string }).request_id),
  };
}

async function untilBuilt(): Promise<void> {
  for (;;) {
    const [open] = await server.store.rows<{ open: number }>({
      sql: 'SELECT count() AS open FROM system.mutations WHERE NOT is_done',
      params: {},
    });
    if (open?.open === 0) return;
  }
}

async function indexNames(): Promise<string[]> {
  const rows = await server.store.rows<{ name: string }>({
    sql: "SELECT name FROM system.data_skipping_indices WHERE table = 'traces' AND type = 'ngrambf_v1' ORDER BY name",
    params: {},
  });
  return rows.map(({ name }) => name);
}

const SEARCHES: [Selection, string][] = [
  [{ q: 'rareneedle-42' }, 'r-105'],
  [{ q: 'NEEDLE-4' }, 'r-105'],
  [{ q: 'приветик' }, 'r-57'],
  [{ q: '東京' }, 'r-91'],
  [{ q: 'blue-wha' }, 'r-33'],
  [{ q: 'r-23' }, 'r-23'],
  [{ query: 'rare*le-42' }, 'r-105'],
  [{ query: 'output contains needle' }, 'r-105'],
  [{ query: 'error_message contains "OF TENANT"' }, 'r-77'],
  [{ query: 'error_message = Quota*' }, 'r-77'],
  [{ query: 'input contains приветик OR rareneedle' }, 'r-57'],
  [{ ...RANGE, query: 'status = success AND (rareneedle OR "quota of tenant")' }, 'r-105'],
];

describe('the text index', () => {
  it('lets searches for a rare text read a small part of what they read without, among old and new traces', async () => {
    const without = await Promise.all(SEARCHES.map(([selection]) => reading(selection)));
    for (const { rows } of without) expect(rows).toBeGreaterThanOrEqual(100);

    // As several servers do that start at the same time, and one that starts again.
    await Promise.all([1, 2, 3].map(() => applyTextIndex(server.store, true, silentLog)));
    await applyTextIndex(server.store, true, silentLog);
    expect(await indexNames()).toEqual(['text_grams', 'text_pairs']);
    expect((await server.post('/api/v1/traces', { traces: traces.slice(100) })).status).toBe(201);
    await untilBuilt();

    for (const [index, [selection, id]] of SEARCHES.entries()) {
      const { rows, found } = await reading(selection);
      expect(found, JSON.stringify(selection)).toContain(id);
      expect(found, JSON.stringify(selection)).toEqual(expect.arrayContaining(without[index]?.found ?? []));
      expect(rows, JSON.stringify(selection)).toBeLessThanOrEqual(40);
    }
    // New traces have the index at once.
    const fresh = await reading({ query: 'input contains "number 111"' });
    expect(fresh.found).toEqual(['r-111']);
    expect(fresh.rows).toBeLessThanOrEqual(20);
  });

  it('is what explain names, with the blocks that remain', async () => {
    const { body } = await server.post('/api/v1/query/explain', { query: 'rareneedle-42' });
    expect(body).toMatchObject({ rows: 10, stored_rows: 120 });
    expect((body as { steps: string[] }).steps.join('\n')).toMatch(/text index.*: 1 of 12 blocks/);
  });

  it('does not keep a search in lists from finding, page by page, nor a removal from removing', async () => {
    const list = await server.get('/api/v1/traces?q=number%205&limit=3&budget_ms=20000');
    expect(list.body).toMatchObject({
      traces: [{ request_id: 'r-59' }, { request_id: 'r-58' }, { request_id: 'r-57' }],
    });
    const { sql, params } = selectionCondition({ q: 'rareneedle-42' });
    await server.store.mutate('traces', {
      sql: `DELETE WHERE (model, start_time, request_id) IN (SELECT t.model, t.start_time, t.request_id FROM traces AS t WHERE ${sql})`,
      params,
    });
    expect((await reading({ q: 'rareneedle-42' })).found).toEqual([]);
  });

  it('goes when it is no longer wanted, also while it is being built, and can come back', async () => {
    await applyTextIndex(server.store, undefined, silentLog);
    expect(await indexNames()).toEqual(['text_grams', 'text_pairs']);
    await server.store.execute({ sql: 'SYSTEM STOP MERGES traces', params: {} });
    await server.store.mutate('traces', { sql: 'MATERIALIZE INDEX text_grams', params: {} });
    const dropped = applyTextIndex(server.store, false, silentLog);
    await server.store.execute({ sql: 'SYSTEM START MERGES traces', params: {} });
    await dropped;
    await untilBuilt();
    expect(await indexNames()).toEqual([]);
    expect((await reading({ q: 'number 111' })).found).toEqual(['r-111']);
    await applyTextIndex(server.store, false, silentLog);
    await applyTextIndex(server.store, true, silentLog);
    expect(await indexNames()).toEqual(['text_grams', 'text_pairs']);
  });
});
