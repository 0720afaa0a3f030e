import { invalidArgument } from '../../errors.js';
import type { Store } from '../../store/store.js';
import { DAY, HOUR, QUARTER_HOUR } from './rollups.js';

const UTC = 'UTC';
/** Margin after the last midnight that begins within a cell, so that no bucket reaches back to it: a month of 31 days and more. */
const MARGIN_MS = 400 * 86_400_000;

/** For each width of a cell in seconds, the last local midnight in ms since 1970 that lies within a cell; undefined when none does. */
type LastMidnights = Record<number, number | undefined>;

/** The time zones that the engine knows: others than Node's, and in exactly one spelling each. */
export class TimeZones {
  readonly #store: Store;
  #names: ReadonlySet<string> | undefined;
  readonly #midnights = new Map<string, LastMidnights>();

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

  /**
   * The widths of cells, in seconds since 1970 in UTC, at whose borders all local midnights of a zone lie from a time on.
   * @param timeZone One that `check` has let pass.
   */
  async alignedCells(timeZone: string, fromMs: number): Promise<Set<number>> {
    const widths = [DAY, HOUR, QUARTER_HOUR];
    if (timeZone === UTC) return new Set(widths);
    const known = this.#midnights.get(timeZone) ?? (await this.#loadMidnights(timeZone));
    this.#midnights.set(timeZone, known);
    const isAligned = (lastMs: number | undefined) => lastMs === undefined || lastMs + MARGIN_MS < fromMs;
    return new Set(widths.filter((width) => isAligned(known[width])));
  }

  /** Asks the engine, whose rules of time zones make the buckets, for the midnights of all years that it keeps. */
  async #loadMidnights(timeZone: string): Promise<LastMidnights> {
    const last = (width: number) =>
      `if(countIf(midnight % ${width} != 0) = 0, NULL, maxIf(midnight, midnight % ${width} != 0) * 1000)`;
    const [row] = await this.#store.rows<{ day: number | null; hour: number | null; quarter: number | null }>({
      sql: `SELECT ${last(DAY)} AS day, ${last(HOUR)} AS hour, ${last(QUARTER_HOUR)} AS quarter
FROM (
  SELECT intDiv(toUnixTimestamp64Micro(toDateTime64(toStartOfDay(half_day, {time_zone:String}), 6, 'UTC')), 1000000) AS midnight
  FROM (SELECT toDateTime64(number * 43200, 6, 'UTC') AS half_day FROM numbers(1, 213000))
)`,
      params: { time_zone: timeZone },
    });
    return {
      [DAY]: row?.day ?? undefined,
      [HOUR]: row?.hour ?? undefined,
      [QUARTER_HOUR]: row?.quarter ?? undefined,
    };
  }

  async #load(): Promise<ReadonlySet<string>> {
    const rows = await this.#store.rows<{ time_zone: string }>({
      sql: 'SELECT time_zone FROM system.time_zones',
      params: {},
    });
    return new Set(rows.map((row) => row.time_zone));
  }
}
