import { ConfigError } from '../config.js';
import { EngineStartError } from '../engine/engineFailure.js';
import { CodedError } from '../errors.js';

const BY_CODE: Record<string, string> = {
  EADDRINUSE: 'The port is in use. Stop the other server, or set TRACE_PORT to a free port.',
  EACCES: 'The port may not be used by this user. Set TRACE_PORT to a port above 1023.',
  EADDRNOTAVAIL: 'TRACE_HOST is not an address of this machine.',
  ENOTFOUND: 'TRACE_HOST is not an address of this machine.',
};

/**
 * What a person can do about a server or a store that does not start.
 * @throws The error itself when it is not one that was foreseen.
 */
export function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof EngineStartError || error instanceof CodedError) {
    return error.message;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = BY_CODE[code];
  if (sentence === undefined) throw error;
  return sentence;
}
