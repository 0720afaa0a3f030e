import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { KEY_PATTERN } from '../features/keys/keyText.js';

const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** The caller's `x-request-id` if it is one that can stand in a log line and holds no key, or a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && WELL_FORMED.test(given) && !KEY_PATTERN.test(given) ? given : randomUUID();
}
