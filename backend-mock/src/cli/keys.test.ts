import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, removeDir, temporaryDir, type TestServer } from '../testing/testServer.js';
import { readKeysCommand } from './keyArguments.js';
import { keysCommand } from './keys.js';

const ADMIN_KEY = 'administrator';

/** Runs the command as a terminal would, without the environment of the tests. */
async function run(line: string, env: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const output = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
  return { code: await keysCommand(line.split(' '), output, env), out: out.join('\n'), err: err.join('\n') };
}

describe('modeltrace keys', () => {
  let server: TestServer;
  let url: string;
  beforeAll(async () => {
    server = await openTestServer({ apiKey: ADMIN_KEY });
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('makes, lists and revokes keys of a running server through its API', async () => {
    const env = { MODELTRACE_API_KEY: ADMIN_KEY };
    const made = await run(
      `create --name collector --scope ingest --traces-per-minute 50 --expires 90d --url ${url}`,
      env,
    );
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^mt_[0-9A-Za-z]{46}$/) as string });
    const id = made.out.slice(3, 11);
    expect(made.err).toContain(id);
    expect(made.err).toContain('No key has the scope admin');
    const listed = await run(`list --url ${url}`, env);
    expect(listed.out).toMatch(new RegExp(`^${id} +collector +ingest +active +- +50 `, 'm'));
    expect(listed.out).not.toContain(made.out);
    expect((await run(`revoke ${id} --url ${url}`, env)).out).toBe(`Key ${id} (collector) is revoked.`);
    expect((await run(`list --url ${url}`, env)).out).toMatch(new RegExp(`^${id} .* revoked `, 'm'));
  });

  it('says what is missing when the key does not suffice or there is no such key or server', async () => {
    expect(await run(`list --url ${url}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('MODELTRACE_API_KEY') as string,
    });
    const env = { MODELTRACE_API_KEY: ADMIN_KEY };
    expect(await run(`revoke 12345678 --url ${url}`, env)).toMatchObject({
      code: 1,
      err: 'There is no key of that id.',
    });
    expect(await run('list --url http://127.0.0.1:9', env)).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be reached') as string,
    });
  });

  it('writes into the store itself when no server runs, which from then on wants a key', async () => {
    const dataDir = await temporaryDir();
    const env = { MODELTRACE_DATA_DIR: dataDir, TRACE_PORT: '9' };
    const made = await run('create --name first --scope ingest,read,export,admin --json', env);
    expect(made.code).toBe(0);
    expect(made.err).toContain('every call needs a key');
    expect(made.err).not.toContain('No key has the scope admin');
    const { key } = JSON.parse(made.out) as { key: string };
    const again = await openTestServer({ dataDir });
    expect((await again.get('/api/v1/models')).status).toBe(401);
    expect((await again.get('/api/v1/models', { authorization: `Bearer ${key}` })).status).toBe(200);
    const locked = await run('list', { ...env, TRACE_PORT: '9' });
    expect(locked).toMatchObject({ code: 1, err: expect.stringContaining('--url') as string });
    await again.close();
    await removeDir(dataDir);
  });
});

describe('arguments of modeltrace keys', () => {
  const read = (line: string) => readKeysCommand(line.split(' '), Date.parse('2026-11-21T00:00:00Z'));

  it.each([
    ['create --name x --scope read --expires 12h', '2026-11-21T12:00:00.000Z'],
    ['create --name x --scope read --expires 90d', '2027-02-19T00:00:00.000Z'],
    ['create --name x --scope read --expires 2w', '2026-12-05T00:00:00.000Z'],
    ['create --name x --scope read --expires 2027-01-01T00:00:00+01:00', '2026-12-31T23:00:00.000Z'],
  ])('%s expires at %s', (line, expires_time) => {
    expect(read(line)).toMatchObject({ request: { expires_time, scopes: ['read'] } });
  });

  it.each([
    ['', 'Usage'],
    ['drop', 'Usage'],
    ['create x', 'Usage'],
    ['revoke', 'Usage'],
    ['list --nope', 'Usage'],
    ['create --scope read', '--name'],
    ['create --name -x --scope read', 'Usage'],
    ['create --name x', '--scope'],
    ['create --name x --scope read,all', '--scope'],
    ['create --name x --scope read --expires soon', '--expires'],
    ['create --name x --scope read --expires 1y', 'hours, days or weeks'],
    ['create --name x --scope read --expires 2020-01-01T00:00:00Z', '--expires'],
    ['create --name x --scope read --requests-per-minute 0', '--requests-per-minute'],
    ['create --name x --scope read --traces-per-minute 1e3', '--traces-per-minute'],
    ['list --url ftp://host', '--url'],
  ])('"%s" is refused and %s named', (line, named) => {
    expect(() => read(line)).toThrow(named);
  });
});
