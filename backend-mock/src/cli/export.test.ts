import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../testing/listen.js';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';

let server: TestServer;
let url: string;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'modeltrace-export-'));
  server = await openTestServer();
  url = await listen(server);
  const traces = Array.from({ length: 50 }, (_, n) =>
    aTrace({
      request_id: `c-${n}`,
      model: n < 20 ? 'few' : 'many',
      input: { messages: [{ role: 'user', content: `=${n}` }] },
    }),
  );
  await server.post('/api/v1/traces', { traces });
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

let said: string[] = [];
beforeEach(() => {
  said = [];
});
const say = (line: string) => void said.push(line);
const terminal = { out: say, err: say, progress: () => undefined };
const run = (args: string[], stop?: AbortController) => exportCommand([...args, '--url', url], terminal, stop);

describe('modeltrace export', () => {
  it('writes the whole file under its name and says how much it is', async () => {
    const out = join(directory, 'few.csv');
    expect(await run(['--out', out, '--model', 'few', '--query', 'status:success'])).toBe(0);
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(21);
    expect(said.join()).toMatch(/^Exported 20 traces to .*few\.csv \(0\.0 MB, checked by SHA-256\)\.$/);
    expect(await readdir(directory)).not.toContain('few.csv.part');
  });

  it('writes JSON Lines that modeltrace import stores again, with the same payloads', async () => {
    const out = join(directory, 'all.jsonl');
    expect(await run(['--out', out, '--format', 'jsonl'])).toBe(0);
    const digest = async () => {
      await run(['--out', join(directory, 'again.jsonl'), '--format', 'jsonl']);
      return createHash('sha256')
        .update(await readFile(join(directory, 'again.jsonl')))
        .digest('hex');
    };
    const before = await digest();
    await server.store.mutate('traces', { sql: 'DELETE WHERE 1', params: {} });
    expect(await importCommand([out, '--url', url], terminal)).toBe(0);
    expect(said.join('\n')).toContain('  unknown: 50');
    expect(said.join('\n')).toContain('Imported 50 traces, 0 were already stored, 0 refused.');
    expect(await digest()).toBe(before);
  });

  it('leaves a file of that name as it was when the export is refused, cancelled or cannot begin', async () => {
    const out = join(directory, 'kept.csv');
    await writeFile(out, 'kept');
    expect(await run(['--out', out, '--model', 'no such model'])).toBe(1);
    expect(said.at(-1)).toMatch(/^The trace server refused the export \(HTTP 404\): .* No file was written\.$/);
    const stop = new AbortController();
    const cancelled = run(['--out', out], stop);
    stop.abort();
    expect(await cancelled).toBe(130);
    expect(said.at(-1)).toBe('Cancelled. No file was written.');
    expect(await exportCommand(['--out', out, '--url', 'http://127.0.0.1:9'], terminal)).toBe(1);
    expect(said.at(-1)).toContain('cannot be reached');
    const port = new URL(url).port;
    expect(await exportCommand(['--out', join(directory, 'own.csv')], terminal, undefined, { TRACE_PORT: port })).toBe(
      0,
    );
    expect(await run(['--out', join(directory, 'no', 'such', 'folder.csv')])).toBe(1);
    expect(said.at(-1)).toBe('The file cannot be written (ENOENT). No file was written.');
    expect(await readFile(out, 'utf8')).toBe('kept');
    expect((await readdir(directory)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([[[]], [['--out', 'x', '--format', 'xls']], [['--out', 'x', '--unknown']]])(
    'says how it is used for %j',
    async (args) => {
      expect(await run(args)).toBe(2);
      expect(said.join()).toContain('Usage: modeltrace export --out FILE');
    },
  );
});
