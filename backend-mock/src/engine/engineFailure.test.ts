import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareDataDir } from './dataDir.js';
import { engineFailure, isPortTaken } from './engineFailure.js';

describe('why the engine does not start', () => {
  it.each([
    ['Code: 76. DB::Exception: Cannot lock file /x/status.', 'locked', /in use by another trace server/],
    ['DIRECTORY_IN_USE\n', 'locked', /in use by another trace server/],
    ['NO_LIBRARY win32-x64', 'no-library', /win32-x64/],
    ['Code: 243. DB::Exception: NOT_ENOUGH_SPACE', 'disk-full', /1 GB/],
    ['Code: 49. DB::Exception: something internal', 'ended', /Code: 49/],
  ])('%s', (output, reason, message) => {
    const failure = engineFailure(output, '/data');
    expect(failure.reason).toBe(reason);
    expect(failure.message).toMatch(message);
    expect(failure.message).not.toContain('something internal');
  });

  it('a port that was just taken is no failure', () => {
    expect(isPortTaken('Code: 210. Listen failed: Net Exception: Address already in use: 127.0.0.1:1')).toBe(true);
  });

  it('a data directory that cannot be made says so', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'modeltrace-test-'));
    await writeFile(path.join(dir, 'file'), '');
    await expect(prepareDataDir(path.join(dir, 'file', 'data'))).rejects.toMatchObject({ reason: 'not-writable' });
    await rm(dir, { recursive: true });
  });
});
