import { engineUnavailable } from '../../engine/engine.js';
import type { Store } from '../../store/store.js';
import { Budget } from './budget.js';
import { ALL_KEYS, engineMillis, type KeyRow, type KeyScope, millisOf } from './keyRows.js';
import { digestOf, keyIdOf, sameDigest } from './keyText.js';

/** Age at which the keys are read again beside the requests, and the age at which requests wait for it. */
const REFRESH_MS = 2000;
const OLDEST_MS = 5000;
const LONGEST_READ_MS = 5000;
/** A key that is not known may have been made a moment ago by another server; it is looked for this often at most. */
const LOOK_AGAIN_MS = 1000;
const NOTE_USE_MS = 60_000;
/** Nothing longer is a key; what a caller sends is hashed, so its size is bounded. */
const LONGEST_KEY = 1000;

const ALL_SCOPES: readonly KeyScope[] = ['ingest', 'read', 'export', 'admin'];

/** A key that was found good. */
export interface GoodKey {
  /** `environment` for the key of MODELTRACE_API_KEY. */
  keyId: string;
  name: string;
  scopes: ReadonlySet<KeyScope>;
  /** Undefined where the key has no such limit. */
  requests: Budget | undefined;
  traces: Budget | undefined;
}

interface StoredKey extends GoodKey {
  digest: Buffer;
  /** Milliseconds since 1970 from which on it is refused; Infinity for never. */
  endsMs: number;
}

/**
 * The keys in memory, read again from the store every few seconds while they are asked for: a key that another server
 * made or revoked takes effect here within OLDEST_MS. While the engine is away, or takes longer than
 * LONGEST_READ_MS, the keys last read are used.
 */
export class KeyRing {
  readonly #store: Store;
  readonly #environment: { digest: Buffer; key: GoodKey } | undefined;
  #keys = new Map<string, StoredKey>();
  #readAtMs = -Infinity;
  #forgottenAtMs = -Infinity;
  #reading: Promise<void> | undefined;
  readonly #usedAtMs = new Map<string, number>();

  /** @param environmentKey The key of MODELTRACE_API_KEY, which may do everything. */
  constructor(store: Store, environmentKey?: string) {
    this.#store = store;
    this.#environment =
      environmentKey === undefined
        ? undefined
        : {
            digest: digestOf(environmentKey),
            key: {
              keyId: 'environment',
              name: 'MODELTRACE_API_KEY',
              scopes: new Set(ALL_SCOPES),
              requests: undefined,
              traces: undefined,
            },
          };
  }

  /**
   * Whether calls need a key, as last read: there is one in the environment, or one was ever made. A key that expires or
   * is revoked does not open the server.
   */
  get hasKeys(): boolean {
    return this.#environment !== undefined || this.#keys.size > 0;
  }

  /**
   * Makes sure that the keys in memory are not too old.
   * @throws ENGINE_UNAVAILABLE when they could never be read.
   */
  async refresh(oldestMs = OLDEST_MS): Promise<void> {
    const ageMs = this.#readAtMs <= this.#forgottenAtMs ? Infinity : performance.now() - this.#readAtMs;
    if (ageMs < Math.min(oldestMs, REFRESH_MS)) return;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    if (ageMs < oldestMs) {
      this.#reading.catch(() => undefined);
      return;
    }
    try {
      await this.#reading;
    } catch (error) {
      if (this.#readAtMs === -Infinity) throw engineUnavailable(error);
    }
  }

  /** The key that a caller gave; undefined when it is none of this server's, expired or revoked. */
  async find(given: string): Promise<GoodKey | undefined> {
    if (given === '' || given.length > LONGEST_KEY) return undefined;
    const digest = digestOf(given);
    if (this.#environment && sameDigest(digest, this.#environment.digest)) return this.#environment.key;
    const keyId = keyIdOf(given);
    if (keyId === undefined) return undefined;
    await this.refresh();
    if (!this.#keys.has(keyId)) await this.refresh(LOOK_AGAIN_MS);
    const key = this.#keys.get(keyId);
    if (!key || !sameDigest(digest, key.digest) || key.endsMs <= Date.now()) return undefined;
    this.#noteUse(keyId);
    return key;
  }

  /** Reads the keys anew with the next call, because this server has changed one. */
  forget(): void {
    this.#forgottenAtMs = performance.now();
  }

  async #read(): Promise<void> {
    const startedMs = performance.now();
    // Without keys nobody is let in, so the first reading is waited for; later ones must not hold requests up for long.
    const signal = this.#readAtMs === -Infinity ? undefined : AbortSignal.timeout(LONGEST_READ_MS);
    const rows = await this.#store.rows<KeyRow>(ALL_KEYS, signal);
    this.#keys = new Map(rows.map((row) => [row.key_id, toStoredKey(row, this.#keys.get(row.key_id))]));
    this.#readAtMs = startedMs;
  }

  /** Writes down that a key is used, once a minute; nobody waits for it, and a note that is lost is no loss. */
  #noteUse(keyId: string): void {
    const nowMs = Date.now();
    if (nowMs - (this.#usedAtMs.get(keyId) ?? 0) < NOTE_USE_MS) return;
    this.#usedAtMs.set(keyId, nowMs);
    const row = JSON.stringify({ key_id: keyId, last_used_time: engineMillis(nowMs) });
    this.#store.insert('api_keys', ['key_id', 'last_used_time'], [row]).catch(() => undefined);
  }
}

function budgetOf(perMinute: number | null, before: Budget | undefined): Budget | undefined {
  if (perMinute === null) return undefined;
  return before?.perMinute === perMinute ? before : new Budget(perMinute);
}

/** What is left of a key's budgets outlives the reading. */
function toStoredKey(row: KeyRow, before: StoredKey | undefined): StoredKey {
  return {
    keyId: row.key_id,
    name: row.name,
    scopes: new Set(row.scopes),
    requests: budgetOf(row.requests_per_minute, before?.requests),
    traces: budgetOf(row.traces_per_minute, before?.traces),
    digest: Buffer.from(row.key_sha256, 'hex'),
    endsMs: row.revoked_time !== null ? -Infinity : (millisOf(row.expires_time) ?? Infinity),
  };
}
