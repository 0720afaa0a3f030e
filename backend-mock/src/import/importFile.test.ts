import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '@modeltrace/client';
import { importCommand } from '../cli/import.js';
import { importFile } from './importFile.js';
import { serverPatience } from './serverPatience.js';
import type { ImportSummary } from './summary.js';

interface ReceivedTrace {
  request_id: string;
  model: string;
}

let directory = '';
let server: Server;
let url = '';
let received: ReceivedTrace[][] = [];
let answers: ((traces: ReceivedTrace[]) => { status: number; body: unknown; retryAfter?: string })[] = [];

const call = (content: string, more: object = {}) =>
  JSON.stringify({
    source: 'test.yaml',
    host: 'api.openai.com',
    path: '/v1/chat/completions',
    status: 200,
    content_type: 'application/json',
    processing_ms: 500,
    date: 'Thu, 20 Nov 2025 12:06:07 GMT',
    request: { model: 'gpt-4o-mini', messages: [{ role: 'user', content }] },
    response: JSON.stringify({ choices: [{ message: { content: 'Paris' }, finish_reason: 'stop' }] }),
    ...more,
  });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'modeltrace-import-'));
  received = [];
  answers = [];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    request.on('end', () => {
      const { traces } = JSON.parse(text) as { traces: ReceivedTrace[] };
      received.push(traces);
      const answer = answers.shift()?.(traces) ?? { status: 201, body: { accepted: traces.length, duplicates: 0 } };
      response.writeHead(answer.status, answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(directory, { recursive: true });
});

async function run(lines: string[], ...args: string[]) {
  const file = join(directory, 'calls.jsonl');
  await writeFile(file, lines.join('\n'));
  const out: string[] = [];
  const err: string[] = [];
  const code = await importCommand([file, '--url', url, ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('modeltrace import', () => {
  test('bad lines are refused one by one with line and reason, never with contents, and the rest is stored', async () => {
    const noTime = call('secret one', { date: null });
    const { code, out } = await run(
      [call('a'), '{"secret', '', '[1]', noTime, call('b', { status: 'x' }), call('c')],
      '--json',
    );
    const summary = JSON.parse(out) as ImportSummary;
    expect(code).toBe(0);
    expect(summary).toMatchObject({
      imported: 2,
      duplicates: 0,
      refused: 4,
      from: '2025-11-20T12:06:06.500Z',
      to: '2025-11-20T12:06:06.500Z',
      providers: { openai: 2 },
    });
    expect(summary.reasons.flatMap(({ lines }) => lines).sort()).toEqual([2, 4, 5, 6]);
    expect(out).not.toContain('secret');
  });

  test('a server that is busy is asked again after the time it names', async () => {
    answers = [() => ({ status: 429, body: {}, retryAfter: '0' }), () => ({ status: 503, body: {}, retryAfter: '0' })];
    const { code, out } = await run([call('a')]);
    expect(code).toBe(0);
    expect(received).toHaveLength(3);
    expect(out).toContain('Imported 1 trace,');
  });

  test('one trace the server refuses does not take its batch with it', async () => {
    answers = [
      () => ({
        status: 400,
        body: {
          error: { code: 'INVALID_ARGUMENT', field: 'traces[1].model', message: 'traces[1].model must be shorter.' },
        },
      }),
    ];
    const { out } = await run([call('a'), call('b'), call('c')], '--json');
    const summary = JSON.parse(out) as ImportSummary;
    expect(summary).toMatchObject({ imported: 2, refused: 1 });
    expect(summary.reasons).toEqual([{ reason: 'the trace server: model must be shorter.', count: 1, lines: [2] }]);
  });

  test('a batch that is too large for the server is sent in parts, and only a trace too large by itself is refused', async () => {
    const tooLarge = (traces: ReceivedTrace[]) =>
      traces.length > 1 || traces[0]?.model === 'large'
        ? { status: 413, body: {} }
        : { status: 201, body: { accepted: traces.length, duplicates: 0 } };
    answers = Array.from({ length: 10 }, () => tooLarge);
    const large = call('b', { request: { model: 'large', messages: [] } });
    const { out } = await run([call('a'), large, call('c')], '--json');
    expect(JSON.parse(out)).toMatchObject({ imported: 2, refused: 1, reasons: [{ count: 1, lines: [2] }] });
  });

  test('a missing file, a file of nothing and an absent server each give one sentence and a failure', async () => {
    const lines: string[] = [];
    const output = { out: () => undefined, err: (line: string) => void lines.push(line) };
    expect(await importCommand([join(directory, 'none.jsonl'), '--url', url], output)).toBe(1);
    expect(lines.at(-1)).toMatch(/^There is no file .*none\.jsonl\.$/);
    expect((await run(['x', 'y'])).err).toMatch(/^Nothing in .* could be imported\.$/);
    expect((await run(['x'])).code).toBe(1);
    expect(await importCommand([], output)).toBe(2);
    expect(await importCommand(['a', '--url', 'nonsense'], output)).toBe(2);
  });

  test('without --url the calls go to the server that the settings name, as with keys', async () => {
    const file = join(directory, 'calls.jsonl');
    await writeFile(file, call('a'));
    const lines: string[] = [];
    const output = { out: () => undefined, err: (line: string) => void lines.push(line) };
    expect(await importCommand([file], output, { TRACE_PORT: new URL(url).port })).toBe(0);
    expect(received).toHaveLength(1);
    expect(await importCommand([file], output, { TRACE_PORT: 'x' })).toBe(1);
    expect(lines.at(-1)).toContain('TRACE_PORT');
  });

  test('says that it waits when nobody listens, and gives up soon with one sentence', async () => {
    const file = join(directory, 'calls.jsonl');
    await writeFile(file, call('a'));
    const client = createClient({ baseUrl: 'http://127.0.0.1:9' });
    const said: string[] = [];
    const importing = importFile(
      file,
      client,
      serverPatience(client.baseUrl, (line) => void said.push(line), 500),
    );
    await expect(importing).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(said).toEqual(['Waiting for the trace server at http://127.0.0.1:9 …']);
  });

  test('a file of thousands of calls is sent in bounded batches and every call arrives once', async () => {
    const { code } = await run(Array.from({ length: 1234 }, (_, index) => call(`question ${index}`)));
    expect(code).toBe(0);
    const ids = received.flat().map((trace) => trace.request_id);
    expect(new Set(ids).size).toBe(1234);
    expect(ids).toHaveLength(1234);
    expect(Math.max(...received.map((batch) => batch.length))).toBeLessThanOrEqual(200);
  });
});
