import { createClient, type TraceClient, TraceServerError } from '@modeltrace/client';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../contract/constants.gen.js';
import { MAX_STALL_SECONDS } from '../../engine/engineConfig.js';
import { listen } from '../../testing/listen.js';
import { recordingLog } from '../../testing/silentLog.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';

const { log, lines: logged } = recordingLog();
const ROWS = 20_000;
let server: TestServer;
let url: string;
let client: TraceClient;
beforeAll(async () => {
  server = await openTestServer({ log });
  // Far more than sockets and engine hold in between: an export that nobody reads does not end by itself.
  await server.store.execute({
    sql: `INSERT INTO traces (request_id, model, model_type, status, start_time, input_text)
      SELECT concat('s-', toString(number)), 'large', 'external', 'success', toDateTime64('2026-11-20 00:00:00', 6, 'UTC') - number,
        repeat('sesame ', 300) FROM numbers(${ROWS})`,
    params: {},
  });
  url = await listen(server);
  client = createClient({ baseUrl: url });
});
afterAll(() => server.close());

const bytesOf = async (body: ReadableStream<Uint8Array>) => Buffer.from(await new Response(body).arrayBuffer());
const unread = () => client.exportTraces({ format: 'csv', model: ['large'] });
const stateOf = (id: string) => client.get('/api/v1/exports/{export_id}', { params: { path: { export_id: id } } });
const runningSelects = async () => {
  const [row] = await server.store.rows<{ running: number }>({
    sql: `SELECT count() AS running FROM system.processes WHERE query LIKE '%CSVWithNames%' AND query NOT LIKE '%system.processes%'`,
    params: {},
  });
  return row?.running;
};
/** Asks until it is so: what is waited for happens in another process. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(20);
}
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('an export over HTTP', () => {
  it('holds no place for a caller who was gone before it began', async () => {
    const { store } = server;
    const id = randomUUID();
    let isAsked = false;
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const rows = store.rows.bind(store);
    const lookUp = vi.spyOn(store, 'rows').mockImplementation(async (query, signal) => {
      if (query.sql.includes('SELECT DISTINCT model')) {
        isAsked = true;
        await answered;
      }
      return rows(query, signal);
    });
    const request = get(`${url}/api/v1/export?format=csv&model=large&export_id=${id}`).on('error', () => undefined);
    await until(() => Promise.resolve(isAsked));
    request.destroy();
    await delay(100);
    answer();
    await until(async () => (await failureOf(stateOf(id))) === undefined);
    await until(async () => (await stateOf(id)).state !== 'running');
    expect((await stateOf(id)).state).toBe('cancelled');
    lookUp.mockRestore();
  });

  it('arrives whole, and its trailers, its manifest and its bytes say the same', async () => {
    const id = randomUUID();
    const request = get(`${url}/api/v1/export?format=csv&model=large&export_id=${id}`);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      hash.update(chunk);
    }
    const sha256 = hash.digest('hex');
    expect(response.complete).toBe(true);
    expect(response.headers.trailer).toBe('Modeltrace-Rows, Modeltrace-Sha256');
    expect(response.trailers).toMatchObject({ 'modeltrace-rows': String(ROWS), 'modeltrace-sha256': sha256 });
    expect(await stateOf(id)).toMatchObject({ state: 'complete', rows_written: ROWS, bytes_written: bytes, sha256 });
  });

  it('is read by the client as a stream that ends after its check', async () => {
    const download = await client.exportTraces({ format: 'jsonl', model: ['large'], q: 's-1999' });
    const text = (await bytesOf(download.body)).toString();
    expect(text.split('\n')).toHaveLength(12);
    expect(download).toMatchObject({ rowsTotal: 11, fileName: 'large_traces_data.jsonl' });
    expect(await download.state()).toMatchObject({ state: 'complete', rows_written: 11 });
  });

  it('waits for a slow reader, tells how far it is, and is cancelled by its id: the download breaks, the engine stops', async () => {
    const download = await unread();
    const reader = download.body.getReader();
    await reader.read();
    await until(async () => (await stateOf(download.exportId)).rows_written > 0);
    const running = await stateOf(download.exportId);
    expect(running).toMatchObject({ state: 'running', rows_total: ROWS, sha256: null, ended_time: null });
    expect(running.rows_written).toBeLessThan(ROWS);
    expect(await runningSelects()).toBe(1);

    const path = { params: { path: { export_id: download.exportId } } };
    const cancelled = await client.delete('/api/v1/exports/{export_id}', path);
    expect(cancelled).toMatchObject({ state: 'cancelled', sha256: null });
    expect(cancelled.rows_written).toBeGreaterThanOrEqual(running.rows_written);
    expect(cancelled.rows_written).toBeLessThan(ROWS);
    const failure = await failureOf(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    );
    expect(failure).toMatchObject({ code: 'INCOMPLETE_EXPORT' });
    await until(async () => (await runningSelects()) === 0);
    expect(await client.delete('/api/v1/exports/{export_id}', path)).toMatchObject({ state: 'cancelled' });
  });

  it.each<[string, (body: ReadableStream<Uint8Array>, stop: AbortController) => Promise<unknown>]>([
    ['stops reading', (body) => body.cancel()],
    [
      'goes away',
      (body, stop) => {
        stop.abort();
        return failureOf(body.getReader().read());
      },
    ],
  ])('ends with the engine’s work when the caller %s', async (_what, leave) => {
    const stop = new AbortController();
    const download = await client.exportTraces({ format: 'csv', model: ['large'] }, { signal: stop.signal });
    await until(async () => (await runningSelects()) === 1);
    await leave(download.body, stop);
    await until(async () => (await runningSelects()) === 0);
    expect(await stateOf(download.exportId)).toMatchObject({ state: 'cancelled' });
  });

  it('does not end as if it were whole when the engine fails in the middle, and shows nobody what it failed at', async () => {
    const download = await unread();
    const reader = download.body.getReader();
    await reader.read();
    // Read on slowly meanwhile: an engine that waits for its reader hears of nothing, and a fast reader would be at the end.
    const reading = failureOf(
      (async () => {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return;
          expect(Buffer.from(value).includes('__exception__')).toBe(false);
          await delay(5);
        }
      })(),
    );
    await server.store.execute({
      sql: `KILL QUERY WHERE query LIKE '%CSVWithNames%' AND query NOT LIKE '%KILL%' ASYNC`,
      params: {},
    });
    const failure = await reading;
    expect(failure).toMatchObject({ code: 'INCOMPLETE_EXPORT' });
    expect(await stateOf(download.exportId)).toMatchObject({ state: 'failed', sha256: null });
    expect(logged.join('')).not.toMatch(/sesame|SELECT/);
  });

  it('runs beside those of others up to a number, beyond which it is refused, and one that ends makes room', async () => {
    const downloads = await Promise.all(Array.from({ length: LIMITS.RunningExports.max }, unread));
    const refused = (await failureOf(unread())) as TraceServerError;
    expect(refused).toMatchObject({ code: 'OVERLOADED', status: 429 });
    expect(refused.retryAfterSeconds).toBeGreaterThan(0);
    const [first, second, ...others] = downloads;
    await first!.body.cancel();
    const { length } = await bytesOf(second!.body);
    expect(await second!.state()).toMatchObject({ state: 'complete', rows_written: ROWS, bytes_written: length });
    await Promise.all(others.map(({ body }) => body.cancel()));
    const last = await client.exportTraces({ format: 'csv', q: 's-19999' });
    expect((await bytesOf(last.body)).toString()).toContain('s-19999');
  });

  it('is not cut off by an engine that waits for its reader no longer than the server does', async () => {
    const rows = await server.store.rows<{ value: string }>({
      sql: `SELECT value FROM system.settings WHERE name = 'http_send_timeout'`,
      params: {},
    });
    expect(Number(rows[0]?.value)).toBeGreaterThan(MAX_STALL_SECONDS);
  });

  it('is whole also when traces were erased after they were counted, and says so', async () => {
    const stream = server.store.stream.bind(server.store);
    const whole = () => client.exportTraces({ format: 'csv', model: ['erased'] });
    await server.store.execute({
      sql: `INSERT INTO traces (request_id, model, model_type, status, start_time)
        SELECT concat('e-', toString(number)), 'erased', 'external', 'success', now64(6) FROM numbers(5)`,
      params: {},
    });
    const late = vi.spyOn(server.store, 'stream').mockImplementation(async (...given) => {
      await server.store.mutate('traces', { sql: "DELETE WHERE request_id IN ('e-1', 'e-2')", params: {} });
      return stream(...given);
    });
    const download = await whole();
    late.mockRestore();
    expect((await bytesOf(download.body)).toString().split('\r\n')).toHaveLength(5);
    expect(await download.state()).toMatchObject({
      state: 'complete',
      rows_total: 5,
      rows_written: 3,
      sha256: expect.any(String) as string,
      remark: expect.stringMatching(/^The file is whole: 5 traces .* 3 .* removed/) as string,
    });
    const second = await whole();
    await bytesOf(second.body);
    expect(await second.state()).toMatchObject({ state: 'complete', remark: null });
  });

  it('is known by one id only, and an unknown id is not found', async () => {
    const id = randomUUID();
    const query = { format: 'csv', q: 's-19999', export_id: id } as const;
    const first = await client.exportTraces(query);
    await first.body.cancel();
    expect(await failureOf(client.exportTraces(query))).toMatchObject({ code: 'CONFLICT', field: 'export_id' });
    expect(await failureOf(stateOf(randomUUID()))).toMatchObject({ code: 'NOT_FOUND', field: 'export_id' });
    expect(await failureOf(stateOf('../keys'))).toMatchObject({ code: 'INVALID_ARGUMENT', field: 'export_id' });
  });

  it('does not wait for a reader who takes nothing for too long, nor keep a server from stopping', async () => {
    const other = await openTestServer({ exportStallMs: 400 });
    await other.store.execute({
      sql: `INSERT INTO traces (request_id, model, model_type, status, start_time, input_text)
        SELECT toString(number), 'm', 'external', 'success', now64(6), repeat('sesame ', 300) FROM numbers(${ROWS})`,
      params: {},
    });
    const sender = createClient({ baseUrl: await listen(other) });
    const stalled = await sender.exportTraces({ format: 'csv' });
    await until(async () => (await stalled.state()).state !== 'running');
    expect(await stalled.state()).toMatchObject({
      state: 'cancelled',
      remark: 'The reader took nothing for 0.4 seconds.',
    });
    expect(await failureOf(new Response(stalled.body).arrayBuffer())).toBeInstanceOf(Error);
    const download = await sender.exportTraces({ format: 'csv' });
    await other.close();
    expect(await failureOf(new Response(download.body).arrayBuffer())).toBeInstanceOf(Error);
  });
});
