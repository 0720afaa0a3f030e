import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';
import { ALL_COLUMNS } from './columnsSql.js';
import type { Export } from './exportRun.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** The cells of a CSV file (RFC 4180), and whether a cell stood in quotes is forgotten. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') rows.push([]);
  }
  rows.pop();
  return rows;
}

async function csvOf(url: string): Promise<Record<string, string>[]> {
  const answer = await server.get(url);
  expect(answer.status).toBe(200);
  const [header, ...rows] = readCsv(answer.raw.toString('utf8'));
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [header![index]!, cell])));
}

async function manifestOf(id: unknown): Promise<Export> {
  const answer = await server.get(`/api/v1/exports/${String(id)}`);
  expect(contractErrors('Export', answer.body)).toEqual([]);
  return answer.body as Export;
}

describe('an exported table', () => {
  const hostile = {
    formula: '=cmd|"/c calc"!A1',
    minus: '-2+3',
    at: '@SUM(A1)',
    tab: '\t=1',
    carriage: '\r=1',
    wide: '＝1+1',
    lines: 'a\r\nb\nc "quoted", ""twice""',
    nul: 'a\u0000b\u001b[31m',
    surrogate: 'half \ud800 pair',
    script: '<script>alert(1)</script> 日本語 🙂',
    large: '"'.repeat(300_000) + '=x\n'.repeat(300_000),
    empty: '',
  };

  beforeAll(async () => {
    const traces = Object.entries(hostile).map(([id, text], index) =>
      aTrace({
        request_id: `h-${id}`,
        model: 'hostile',
        start_time: `2026-11-20T12:00:${String(index).padStart(2, '0')}Z`,
        input_text: text,
        output_text: text,
        user_id: text.slice(0, 100),
        cost_usd: 0.5,
        duration_ms: null,
        tags: { [`=${id}`]: text.slice(0, 100) },
      }),
    );
    expect((await server.post('/api/v1/traces', { traces })).status).toBe(201);
    await server.store.execute({
      sql: `INSERT INTO traces (request_id, model, model_type, status, start_time, input_text)
        VALUES ('h-bytes', 'hostile', 'external', 'success', '2026-11-20 11:00:00', unhex('3dfffe4162'))`,
      params: {},
    });
  });

  it('gives every cell back as it was stored, but for an apostrophe before what a spreadsheet would run', async () => {
    const rows = await csvOf('/api/v1/export?format=csv&model=hostile');
    const byId = new Map(rows.map((row) => [row['Request ID'], row]));
    for (const [id, text] of Object.entries(hostile)) {
      const stored = text.replace('\ud800', '\ufffd');
      const shown = /^[=+\-@\t\r\n＝＋－＠]/.test(stored) ? `'${stored}` : stored;
      const row = byId.get(`h-${id}`)!;
      expect(row['Input'] === shown, id).toBe(true);
      expect(row['Output'] === shown, id).toBe(true);
      expect(JSON.parse(row['Tags']!)).toEqual({ [`=${id}`]: stored.slice(0, 100) });
      expect(row).toMatchObject({ 'Cost (USD)': '0.5', 'Response time (ms)': '', Status: 'success' });
    }
    expect(byId.get('h-bytes')!['Input']).toBe("'=\ufffdAb");
    expect(rows).toHaveLength(Object.keys(hostile).length + 1);
  });

  it("has the traces table's columns in its order, newest first, and counts its rows whatever is in them", async () => {
    const id = randomUUID();
    const answer = await server.get(`/api/v1/export?format=csv&model=hostile&export_id=${id}`);
    const [header, ...rows] = readCsv(answer.raw.toString('utf8'));
    expect(header!.slice(0, 10)).toEqual([
      'Status',
      'Request ID',
      'Response time (ms)',
      'Deployment version',
      'Connection',
      'Source type',
      'Source',
      'Executed on',
      'Input',
      'Output',
    ]);
    const times = rows.map((row) => row[7]!);
    expect(times).toEqual([...times].sort().reverse());
    expect(times[0]).toBe('2026-11-20T12:00:11.000000Z');
    expect(answer.headers).toMatchObject({
      'content-disposition': `attachment; filename="hostile_traces_data.csv"; filename*=UTF-8''hostile_traces_data.csv`,
      'modeltrace-export-id': id,
      'modeltrace-total-rows': String(rows.length),
    });
    expect(await manifestOf(id)).toMatchObject({
      state: 'complete',
      file_name: 'hostile_traces_data.csv',
      rows_total: rows.length,
      rows_written: rows.length,
      rows_skipped: 0,
      bytes_written: answer.raw.length,
      sha256: createHash('sha256').update(answer.raw).digest('hex'),
    });
  });

  it('has the columns that were asked for, in that order', async () => {
    const rows = await csvOf('/api/v1/export?format=csv&model=hostile&columns=model&columns=request_id');
    expect(Object.keys(rows[0]!)).toEqual(['Model', 'Request ID']);
    const every = await csvOf(`/api/v1/export?format=csv&${ALL_COLUMNS.map((name) => `columns=${name}`).join('&')}`);
    expect(Object.keys(every[0]!)).toHaveLength(ALL_COLUMNS.length);
  });

  it('of nothing is a header alone, and complete', async () => {
    const answer = await server.get('/api/v1/export?format=csv&from=2001-01-01T00:00:00Z&to=2001-01-02T00:00:00Z');
    expect(readCsv(answer.raw.toString())).toHaveLength(1);
    expect(answer.headers['content-disposition']).toContain('filename="traces_data.csv"');
    expect(await manifestOf(answer.headers['modeltrace-export-id'])).toMatchObject({
      state: 'complete',
      rows_written: 0,
    });
  });

  it('as Parquet has typed columns that the engine reads back, and as many rows as it says', async () => {
    const answer = await server.get('/api/v1/export?format=parquet&model=hostile');
    const rows = Object.keys(hostile).length + 1;
    expect(await manifestOf(answer.headers['modeltrace-export-id'])).toMatchObject({
      state: 'complete',
      rows_total: rows,
      rows_written: rows,
      bytes_written: answer.raw.length,
    });
    await server.store.execute({
      sql: `CREATE TABLE back (request_id String, start_time DateTime64(6), input String, cost_usd Nullable(Float64),
        duration_ms Nullable(Float64), tags Map(String, String), streamed Bool) ENGINE = Memory`,
      params: {},
    });
    const { url, username, password } = server.engine.address!;
    const inserted = await fetch(`${url}/?query=${encodeURIComponent('INSERT INTO back FORMAT Parquet')}`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
      body: new Uint8Array(answer.raw),
    });
    expect(await inserted.text()).toBe('');
    const back = await server.store.rows({
      sql: `SELECT request_id, toString(start_time) AS time, input, cost_usd, duration_ms, tags FROM back WHERE request_id IN ('h-lines', 'h-large')
        ORDER BY request_id DESC`,
      params: {},
    });
    expect(back[0]).toEqual({
      request_id: 'h-lines',
      time: '2026-11-20 12:00:06.000000',
      input: hostile.lines,
      cost_usd: 0.5,
      duration_ms: null,
      tags: { '=lines': hostile.lines },
    });
    expect((back[1] as { input: string }).input === hostile.large).toBe(true);
  });
});
