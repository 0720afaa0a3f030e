import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../contract/api.gen.js';
import type { TraceInput } from '../../ingest/traceRow.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';

type Erasure = components['schemas']['Erasure'];

const MARKER = 'erase-me-7f3a91c2-quite-unique';
let server: TestServer;

beforeAll(async () => {
  server = await openTestServer();
  // Compressed, a text might be in a file without being seen there.
  const columns = {
    traces: ['user_id', 'input_text', 'output_text', 'input_json', 'output_json', 'input_preview', 'output_preview'],
    spans: ['attributes_json', 'events_json', 'name', 'status_message'],
  };
  for (const [table, names] of Object.entries(columns)) {
    const changes = names.map((name) => `MODIFY COLUMN ${name} String CODEC(NONE)`).join(', ');
    await server.engine.client().command({ query: `ALTER TABLE ${table} ${changes}` });
  }
});
afterAll(() => server.close());

/** Files under the engine's directory whose bytes hold a text. */
async function filesWith(text: string): Promise<string[]> {
  const entries = await readdir(server.dataDir, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    // The engine deletes files while the directory is read.
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (bytes.includes(text)) found.push(file);
  }
  return found;
}

async function send(...traces: TraceInput[]): Promise<void> {
  expect((await server.post('/api/v1/traces', { traces })).status).toBe(201);
}

async function erase(body: object): Promise<Erasure> {
  const answer = await server.post('/api/v1/erasures', body);
  expect([answer.status, contractErrors('Erasure', answer.body)]).toEqual([201, []]);
  return answer.body as Erasure;
}

async function requestIds(): Promise<string[]> {
  const rows = await server.store.rows<{ id: string }>({ sql: 'SELECT request_id AS id FROM traces', params: {} });
  return rows.map((row) => row.id).sort();
}

async function spanNames(traceId: string): Promise<string[]> {
  const rows = await server.store.rows<{ name: string }>({
    sql: 'SELECT DISTINCT name FROM spans WHERE trace_id = {traceId:String}',
    params: { traceId },
  });
  return rows.map((row) => row.name).sort();
}

const hex = (digit: string, digits: number) => digit.repeat(digits);
const span = (id: string, name: string, attributes: object = {}) => ({
  span_id: id,
  name,
  start_time: '2026-11-20T12:00:00Z',
  duration_ms: 1,
  attributes: attributes as Record<string, never>,
});

describe('erasing a user', () => {
  it('leaves nothing of the data in tables, projections, indexes or files, and says so', async () => {
    const others = Array.from({ length: 500 }, (_, i) =>
      aTrace({ request_id: `other-${i}`, user_id: `u${i % 7}`, input: 'harmless', model: i % 2 ? 'gpt-4o' : 'b' }),
    );
    const own = [0, 1, 2].map((i) =>
      aTrace({
        request_id: `own-${i}`,
        user_id: MARKER,
        model: i === 2 ? 'only this user asks it' : 'gpt-4o',
        start_time: `2026-1${i === 0 ? 0 : 1}-20T12:00:00Z`,
        input: { messages: [{ role: 'user', content: `my name is ${MARKER}` }] },
        output: `hello ${MARKER}`,
        tags: { who: MARKER },
        spans: [span(hex(String(i + 1), 16), `step of ${MARKER}`, { 'user.id': MARKER, prompt: MARKER })],
      }),
    );
    await send(...others.slice(0, 250), ...own, ...others.slice(250));
    // Two months of traces, and their spans.
    expect((await filesWith(MARKER)).length).toBeGreaterThanOrEqual(3);

    const erasure = await erase({ user_id: MARKER });
    const { report } = erasure;
    expect(erasure).toMatchObject({ kind: 'user_id', status: 'done', traces: 3 });
    expect(report.tables).toEqual([
      { table: 'traces', rows_before: 3, rows_after: 0 },
      { table: 'spans', rows_before: erasure.spans, rows_after: 0 },
    ]);
    expect(erasure.spans).toBeGreaterThanOrEqual(3);
    expect(report.parts.length).toBeGreaterThanOrEqual(3);
    expect(report.projections.map((one) => one.projection)).toEqual(expect.arrayContaining(['by_time', 'catalogue']));
    expect(report.projections.find((one) => one.projection === 'by_time')?.rows_after).toBe(0);
    expect(report).toMatchObject({
      files: { looked_at: true, directories_left: 0, detached_parts: [] },
      arrived_meanwhile: 0,
      spans_kept: 0,
    });
    expect(await filesWith(MARKER)).toEqual([]);

    expect(await requestIds()).toEqual(others.map((trace) => trace.request_id).sort());
    expect((await server.get('/api/v1/traces/own-0')).status).toBe(404);
    for (const url of [
      `/api/v1/traces?q=${MARKER}`,
      `/api/v1/traces?user_id=${MARKER}`,
      '/api/v1/fields/user_id/values',
      '/api/v1/models',
    ]) {
      const answer = await server.get(url);
      expect([answer.status, answer.raw.includes(MARKER), answer.raw.includes('only this user')]).toEqual([
        200,
        false,
        false,
      ]);
    }
  });

  it('is kept as a salted hash, by which only who knows the id finds it', async () => {
    const answer = await server.get('/api/v1/erasures');
    expect(contractErrors('ErasureList', answer.body)).toEqual([]);
    const { erasures } = answer.body as components['schemas']['ErasureList'];
    expect(erasures[0]).toMatchObject({ status: 'done', traces: 3, kind: 'user_id' });
    const hash = createHash('sha256')
      .update(`${erasures[0]?.salt ?? ''}${MARKER}`)
      .digest('hex');
    expect(erasures[0]?.id_hashes).toEqual([hash]);
    expect(answer.raw.includes(MARKER)).toBe(false);
  });

  it('takes spans that name the user without a model request, in every convention', async () => {
    const trace_id = hex('9', 32);
    const kept = { request_id: 'host', trace_id, span_id: hex('8', 16) };
    await send(
      aTrace({ ...kept, spans: [span(hex('8', 16), 'host'), span(hex('7', 16), 'named', { 'enduser.id': 'named' })] }),
    );
    expect(await erase({ user_id: 'named' })).toMatchObject({ status: 'done', traces: 0, spans: 1 });
    expect(await spanNames(trace_id)).toEqual(['host']);
  });
});

describe('erasing requests', () => {
  it('takes all spans of their OpenTelemetry trace, but only their own where another request stays', async () => {
    const [alone, shared] = [hex('a', 32), hex('b', 32)];
    const [first, second, root] = [hex('1', 16), hex('2', 16), hex('f', 16)];
    await send(
      aTrace({
        request_id: 'alone',
        trace_id: alone,
        span_id: first,
        spans: [span(first, 'call'), span(root, 'root')],
      }),
      aTrace({
        request_id: 'goes',
        trace_id: shared,
        span_id: first,
        spans: [span(first, 'goes'), span(root, 'root')],
      }),
      aTrace({ request_id: 'stays', trace_id: shared, span_id: second, spans: [span(second, 'stays')] }),
    );
    const erasure = await erase({ request_ids: ['alone', 'goes', 'never was'] });
    expect(erasure).toMatchObject({ status: 'done', traces: 2, spans: 3, report: { spans_kept: 2 } });
    expect(erasure.id_hashes).toHaveLength(3);
    expect([await spanNames(alone), await spanNames(shared)]).toEqual([[], ['root', 'stays']]);
    expect((await server.get('/api/v1/traces/stays')).status).toBe(200);
    const again = await server.post('/api/v1/traces', aTrace({ request_id: 'goes' }));
    expect(again.body).toMatchObject({ accepted: 1, duplicates: 0 });
  });

  it('that come in while it runs leaves no acknowledged one from before, and no span without its request', async () => {
    const trace = (i: number) =>
      aTrace({
        request_id: `race-${i}`,
        conversation_id: 'race',
        input: 'racing',
        spans: [span(hex('c', 16), 'racing')],
      });
    await send(...Array.from({ length: 50 }, (_, i) => trace(i)));
    const race = { isOver: false };
    let sent = 50;
    const sending = (async () => {
      while (!race.isOver) await send(trace(sent++));
    })();
    const erasure = await erase({ conversation_id: 'race' });
    race.isOver = true;
    await sending;
    expect(erasure.traces).toBeGreaterThanOrEqual(50);
    const left = (await requestIds()).filter((id) => id.startsWith('race-'));
    expect(left.filter((id) => Number(id.slice(5)) < 50)).toEqual([]);
    expect(left.length).toBeGreaterThanOrEqual(erasure.report.arrived_meanwhile);
    const [orphans] = await server.store.rows<{ n: number }>({
      sql: "SELECT count() AS n FROM spans WHERE name = 'racing' AND trace_id NOT IN (SELECT trace_id FROM traces)",
      params: {},
    });
    expect(orphans?.n).toBe(0);
    expect(await erase({ conversation_id: 'race' })).toMatchObject({
      status: 'done',
      report: { arrived_meanwhile: 0 },
    });
  });

  it('must say whose they are, in one way', async () => {
    for (const body of [{}, { user_id: 'a', conversation_id: 'b' }]) {
      expect(await server.post('/api/v1/erasures', body)).toMatchObject({
        status: 400,
        body: { error: { code: 'INVALID_ARGUMENT', expected: expect.stringContaining('exactly one') as string } },
      });
    }
    for (const [field, body] of [
      ['user_id', { user_id: '' }],
      ['request_ids', { request_ids: [] }],
    ] as const) {
      expect(await server.post('/api/v1/erasures', body)).toMatchObject({ status: 400, body: { error: { field } } });
    }
  });

  it('leaves no notes of what it was about', async () => {
    const [notes] = await server.store.rows<{ n: number }>({
      sql: 'SELECT count() AS n FROM removal_work',
      params: {},
    });
    expect(notes?.n).toBe(0);
    const changes = await server.store.rows<{ command: string }>({
      sql: 'SELECT command FROM system.mutations',
      params: {},
    });
    expect(changes.filter(({ command }) => command.includes(MARKER) || command.includes("'never was'"))).toEqual([]);
  });
});

describe('every table', () => {
  it('is known either to hold contents, and is erased, or not to', async () => {
    const rows = await server.store.rows<{ name: string }>({
      sql: "SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'",
      params: {},
    });
    const withoutContents = [
      'schema_migrations',
      'replica_changes',
      'prices',
      'retention_policies',
      'retention_runs',
      'leases',
      'removal_work',
      'erasures',
      'api_keys',
    ];
    expect(
      rows.map((row) => row.name).filter((name) => !['traces', 'spans', ...withoutContents].includes(name)),
    ).toEqual([]);
  });
});
