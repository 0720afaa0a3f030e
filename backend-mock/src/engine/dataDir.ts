import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { diskFull, EngineStartError, MIN_FREE_BYTES } from './engineFailure.js';

/**
 * Makes the data directory if need be and checks that the engine can write there.
 * @throws EngineStartError when it is not writable or its disk is (nearly) full.
 */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'ENOSPC') throw diskFull(dataDir);
    throw new EngineStartError(
      'not-writable',
      `The data directory ${dataDir} cannot be written (${code}). Set MODELTRACE_DATA_DIR to a directory that can.`,
    );
  }
  const disk = await statfs(dataDir);
  if (disk.bavail * disk.bsize < MIN_FREE_BYTES) throw diskFull(dataDir);
}
