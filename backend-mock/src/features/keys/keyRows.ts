import type { components } from '../../contract/api.gen.js';
import type { Query } from '../../store/store.js';

export type KeyDetails = components['schemas']['KeyDetails'];
export type KeyScope = components['schemas']['KeyScope'];
export type CreateKeyRequest = components['schemas']['CreateKeyRequest'];

/** Columns of `api_keys` that making a key fills. */
export const KEY_COLUMNS = [
  'key_id',
  'name',
  'key_sha256',
  'scopes',
  'requests_per_minute',
  'traces_per_minute',
  'created_time',
  'expires_time',
];

/** A key as all its rows together say; times are RFC 3339, null where not set. */
export interface KeyRow {
  key_id: string;
  name: string;
  /** Hex. */
  key_sha256: string;
  scopes: KeyScope[];
  requests_per_minute: number | null;
  traces_per_minute: number | null;
  created_time: string;
  expires_time: string | null;
  revoked_time: string | null;
  last_used_time: string | null;
}

/** Every key, newest first. Rows are put together here and not by FINAL, which on a cluster knows one shard only. */
export const ALL_KEYS: Query = {
  sql: `SELECT
  key_id,
  max(t.name) AS name,
  max(t.key_sha256) AS key_sha256,
  arraySort(groupUniqArrayArray(t.scopes)) AS scopes,
  max(t.requests_per_minute) AS requests_per_minute,
  max(t.traces_per_minute) AS traces_per_minute,
  max(t.created_time) AS created_time,
  max(t.expires_time) AS expires_time,
  max(t.revoked_time) AS revoked_time,
  max(t.last_used_time) AS last_used_time
FROM api_keys AS t
GROUP BY key_id
HAVING max(t.created_time) IS NOT NULL
ORDER BY max(t.created_time) DESC, key_id`,
  params: {},
};

/** Milliseconds since 1970 as the engine reads a time. */
export function engineMillis(ms: number): string {
  return new Date(ms).toISOString().replace('T', ' ').replace('Z', '');
}

/** A stored time in milliseconds since 1970; undefined where not set. */
export function millisOf(time: string | null): number | undefined {
  return time === null ? undefined : Date.parse(time);
}

function stateOf(row: KeyRow, nowMs: number): KeyDetails['state'] {
  if (row.revoked_time !== null) return 'revoked';
  return (millisOf(row.expires_time) ?? Infinity) <= nowMs ? 'expired' : 'active';
}

/** What the API says of a key. */
export function toDetails(row: KeyRow, nowMs = Date.now()): KeyDetails {
  return {
    key_id: row.key_id,
    name: row.name,
    scopes: row.scopes,
    state: stateOf(row, nowMs),
    created_time: row.created_time,
    ...(row.requests_per_minute !== null && { requests_per_minute: row.requests_per_minute }),
    ...(row.traces_per_minute !== null && { traces_per_minute: row.traces_per_minute }),
    ...(row.expires_time !== null && { expires_time: row.expires_time }),
    ...(row.revoked_time !== null && { revoked_time: row.revoked_time }),
    ...(row.last_used_time !== null && { last_used_time: row.last_used_time }),
  };
}
