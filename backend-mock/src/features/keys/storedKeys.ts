import type { components } from '../../contract/api.gen.js';
import { CodedError, invalidArgument } from '../../errors.js';
import type { Store } from '../../store/store.js';
import {
  ALL_KEYS,
  type CreateKeyRequest,
  engineMillis,
  KEY_COLUMNS,
  type KeyDetails,
  type KeyRow,
  toDetails,
} from './keyRows.js';
import { newKey } from './keyText.js';

export type CreateKeyAnswer = components['schemas']['CreateKeyAnswer'];

/** All keys ever made, newest first. */
export async function listKeys(store: Store): Promise<KeyDetails[]> {
  return (await store.rows<KeyRow>(ALL_KEYS)).map((row) => toDetails(row));
}

/**
 * Makes a key; the answer is the only place where it stands.
 * @throws INVALID_ARGUMENT when it would have expired already.
 */
export async function createKey(store: Store, request: CreateKeyRequest): Promise<CreateKeyAnswer> {
  const nowMs = Date.now();
  const expiresMs = request.expires_time === undefined ? undefined : Date.parse(request.expires_time);
  if (expiresMs !== undefined && !(expiresMs > nowMs)) throw invalidArgument('expires_time', 'a time in the future');
  const { key, keyId, sha256 } = newKey();
  const row = {
    key_id: keyId,
    name: request.name,
    key_sha256: sha256,
    scopes: [...request.scopes].sort(),
    requests_per_minute: request.requests_per_minute ?? null,
    traces_per_minute: request.traces_per_minute ?? null,
    created_time: engineMillis(nowMs),
    expires_time: expiresMs === undefined ? null : engineMillis(expiresMs),
  };
  await store.insert('api_keys', KEY_COLUMNS, [JSON.stringify(row)]);
  const isoTimes = {
    created_time: new Date(nowMs).toISOString(),
    expires_time: expiresMs === undefined ? null : new Date(expiresMs).toISOString(),
  };
  return { key, details: toDetails({ ...row, ...isoTimes, revoked_time: null, last_used_time: null }) };
}

/**
 * Revokes a key; one that is revoked already stays as it is.
 * @throws NOT_FOUND when there is no key of that id.
 */
export async function revokeKey(store: Store, keyId: string): Promise<KeyDetails> {
  const keys = await store.rows<KeyRow>(ALL_KEYS);
  const row = keys.find((candidate) => candidate.key_id === keyId);
  if (row === undefined) {
    throw new CodedError('NOT_FOUND', 'There is no key of that id.', { field: 'key_id', expected: 'the id of a key' });
  }
  if (row.revoked_time !== null) return toDetails(row);
  const nowMs = Date.now();
  await store.insert(
    'api_keys',
    ['key_id', 'revoked_time'],
    [JSON.stringify({ key_id: keyId, revoked_time: engineMillis(nowMs) })],
  );
  return toDetails({ ...row, revoked_time: new Date(nowMs).toISOString() });
}
