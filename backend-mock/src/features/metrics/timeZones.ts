import { invalidArgument } from '../../errors.js';
import type { Store } from '../../store/store.js';

/** The time zones that the engine knows: others than Node's, and in exactly one spelling each. */
export class TimeZones {
  readonly #store: Store;
  #names: ReadonlySet<string> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** @throws INVALID_ARGUMENT about `time_zone` when the engine has no such zone. */
  async check(timeZone: string): Promise<void> {
    this.#names ??= await this.#load();
    if (!this.#names.has(timeZone)) {
      throw invalidArgument('time_zone', 'an IANA time zone such as Europe/Berlin, spelt exactly so');
    }
  }

  async #load(): Promise<ReadonlySet<string>> {
    const rows = await this.#store.rows<{ time_zone: string }>({
      sql: 'SELECT time_zone FROM system.time_zones',
      params: {},
    });
    return new Set(rows.map((row) => row.time_zone));
  }
}
