import { stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeDir, temporaryDir } from '../testing/testServer.js';
import { prepareDataDir } from './dataDir.js';

describe('the data directory', () => {
  it('is made with those it lies in, and may be there already', async () => {
    const dir = await temporaryDir();
    const dataDir = path.join(dir, 'not', 'there', 'yet');
    await Promise.all([prepareDataDir(dataDir), prepareDataDir(dataDir)]);
    await prepareDataDir(dataDir);
    expect((await stat(dataDir)).isDirectory()).toBe(true);
    await removeDir(dir);
  });

  it.skipIf(process.platform !== 'linux')(
    'that nobody can make is refused at once, with the setting to change',
    async () => {
      for (const dataDir of ['/proc/nope', '/proc/nope/deeper']) {
        await expect(prepareDataDir(dataDir)).rejects.toThrow(/MODELTRACE_DATA_DIR/);
      }
    },
  );
});
