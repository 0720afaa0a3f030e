import { access, constants, mkdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { diskFull, EngineStartError, MIN_FREE_BYTES } from './engineFailure.js';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

/**
 * Makes a directory with those it lies in. Node's own `recursive` tries for ever where a directory that is there takes
 * no new ones, as /proc.
 */
async function makeDir(dir: string, parentIsThere = false): Promise<void> {
  try {
    await mkdir(dir);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && !parentIsThere) {
      await makeDir(path.dirname(dir));
      await makeDir(dir, true);
      return;
    }
    // A directory that takes no new ones says so before it looks whether this one is there.
    if (!(await isDirectory(dir))) throw error;
  }
}

async function isDirectory(dir: string): Promise<boolean> {
  return stat(dir).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Makes the data directory if need be and checks that the engine can write there.
 * @throws EngineStartError when it is not writable or its disk is (nearly) full.
 */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await makeDir(dataDir);
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOSPC') throw diskFull(dataDir);
    throw new EngineStartError(
      'not-writable',
      `The data directory ${dataDir} cannot be written (${code}). Set MODELTRACE_DATA_DIR to a directory that can.`,
    );
  }
  const disk = await statfs(dataDir);
  if (disk.bavail * disk.bsize < MIN_FREE_BYTES) throw diskFull(dataDir);
}
