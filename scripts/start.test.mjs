import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { inRoot } from './setup/paths.mjs';

function start(args, env) {
  const { status, stderr } = spawnSync(process.execPath, [inRoot('scripts', 'start.mjs'), ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stderr };
}

const oneSentence = /^[^\n]+\n$/;

describe('npm start says in one sentence why it cannot start', () => {
  it('when the port is taken', async () => {
    const other = createServer();
    await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address();
    const { status, stderr } = start([], { PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(stderr).toMatch(oneSentence);
    expect(stderr).toContain(`Port ${port} is taken`);
  });

  it('when a port is not a port', () => {
    const { status, stderr } = start([], { PORT: 'http' });
    expect(status).toBe(1);
    expect(stderr).toMatch(oneSentence);
    expect(stderr).toContain('PORT must be a port number');
  });

  it('when the file to import is not there', () => {
    const { status, stderr } = start(['--import', 'no-such-file.jsonl'], {});
    expect(status).toBe(1);
    expect(stderr).toMatch(oneSentence);
    expect(stderr).toContain('no-such-file.jsonl');
  });

  it('when the file to import is a folder', () => {
    const { status, stderr } = start(['--import', inRoot('scripts')], {});
    expect(status).toBe(1);
    expect(stderr).toMatch(oneSentence);
  });

  it('when both ports are the same', () => {
    const { status, stderr } = start([], { PORT: '14399', TRACE_PORT: '14399' });
    expect(status).toBe(1);
    expect(stderr).toBe('PORT and TRACE_PORT are both 14399; they must differ.\n');
  });

  it.each([inRoot('package.json', 'data'), ...(process.platform === 'linux' ? ['/proc/data'] : [])])(
    'when data cannot be stored in %s',
    (folder) => {
      const { status, stderr } = start([], { MODELTRACE_DATA_DIR: folder, PORT: '14398', TRACE_PORT: '14399' });
      expect(status).toBe(1);
      expect(stderr).toMatch(oneSentence);
      expect(stderr).toContain('cannot be used');
    },
  );

  it('when an option is unknown', () => {
    const { status, stderr } = start(['--imprt', 'x'], {});
    expect(status).toBe(1);
    expect(stderr).toContain('Unknown option "--imprt"');
  });
});
