/** Why the engine cannot be started; its message is for the person who starts the server. */
export class EngineStartError extends Error {
  readonly reason: 'locked' | 'not-writable' | 'disk-full' | 'no-library' | 'newer-store' | 'ended';

  constructor(reason: EngineStartError['reason'], message: string) {
    super(message);
    this.name = 'EngineStartError';
    this.reason = reason;
  }
}

// ClickHouse's error codes, see ErrorCodes.cpp of ClickHouse: CANNOT_OPEN_FILE is what a held lock file gives.
const LOCKED = /Code: 76\b.*lock/i;
// What engineProcess.mjs prints.
const DIRECTORY_IN_USE = /^DIRECTORY_IN_USE$/m;
const ADDRESS_IN_USE = /Address already in use/i;
const DISK_FULL = /(No space left|NOT_ENOUGH_SPACE)/i;
const NO_LIBRARY = /^NO_LIBRARY (.*)$/m;

/** Whether the engine ended because another process had taken its port first; another port will do. */
export function isPortTaken(output: string): boolean {
  return ADDRESS_IN_USE.test(output);
}

/** Turns what the engine's process printed before it ended into a reason. The engine's own text stays out of it. */
export function engineFailure(output: string, dataDir: string): EngineStartError {
  const platform = NO_LIBRARY.exec(output)?.[1];
  if (platform !== undefined) {
    return new EngineStartError(
      'no-library',
      `The embedded engine is not available for ${platform}. Install the packages again, or set CLICKHOUSE_URL to a ClickHouse server.`,
    );
  }
  if (DIRECTORY_IN_USE.test(output) || LOCKED.test(output)) {
    return new EngineStartError(
      'locked',
      `The data directory ${dataDir} is in use by another trace server. Stop it, or set MODELTRACE_DATA_DIR to another directory.`,
    );
  }
  if (DISK_FULL.test(output)) return diskFull(dataDir);
  const code = /\b(Code: \d+)\b/.exec(output)?.[1] ?? 'no reason given';
  return new EngineStartError('ended', `The embedded engine ended while starting in ${dataDir} (${code}).`);
}

/** Free space the server wants to start with: merging rewrites data before it frees the old files. */
export const MIN_FREE_BYTES = 1024 ** 3;

/** The disk of the data directory has too little room. */
export function diskFull(dataDir: string): EngineStartError {
  return new EngineStartError(
    'disk-full',
    `Not enough free disk space for ${dataDir}: at least 1 GB is needed. Free some, or set MODELTRACE_DATA_DIR to another disk.`,
  );
}
