import { CodedError } from '../../errors.js';
import type { Log } from '../../logging.js';
import type { Store } from '../../store/store.js';
import { applyRetention } from './applyRetention.js';
import { cutoff } from './expiredSql.js';
import { underLease } from './lease.js';
import { readPolicies } from './policies.js';

const LEASE = 'retention';
/** Longer than any application should take; a server that dies in it delays the next by this. */
const LEASE_MS = 6 * 3_600_000;
/** Servers that were started together must not all ask at the same moment. */
const JITTER = 0.2;

/** Applies the policies unless that was done for this UTC day and these policies, or another server is at it. */
export async function applyWhenDue(store: Store, log: Log, now = new Date()): Promise<boolean> {
  const { policies, replica_changes_max_age_days, changed_time, last_applied } = await readPolicies(store);
  if (policies.length === 0 && replica_changes_max_age_days === null) return false;
  const today = cutoff(0, now).toISOString();
  if (last_applied !== null && last_applied >= today && last_applied >= (changed_time ?? '')) return false;
  return underLease(store, LEASE, LEASE_MS, async () => {
    const { traces, spans, replica_changes, took_ms } = await applyRetention(store, false, now);
    log.info({ traces, spans, replicaChanges: replica_changes, tookMs: took_ms }, 'retention applied');
  });
}

/** Looks now and then whether retention is due. */
export class RetentionSchedule {
  readonly #store: Store;
  readonly #log: Log;
  readonly #intervalMs: number;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<unknown> = Promise.resolve();

  /** @param intervalMs About how often it looks; 0 is never. */
  constructor(store: Store, log: Log, intervalMs: number) {
    this.#store = store;
    this.#log = log;
    this.#intervalMs = intervalMs;
  }

  start(): void {
    if (this.#intervalMs === 0) return;
    const delayMs = this.#intervalMs * (1 + JITTER * (Math.random() * 2 - 1));
    this.#timer = setTimeout(() => {
      this.#working = applyWhenDue(this.#store, this.#log)
        .catch((error: unknown) => {
          const code = error instanceof CodedError ? error.code : 'unknown';
          this.#log.error({ code }, 'retention failed');
        })
        .then(() => {
          if (this.#timer !== undefined) this.start();
        });
    }, delayMs).unref();
  }

  /** Waits for what is being applied. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#working;
  }
}
