const SECONDS_PER_MINUTE = 60;

/**
 * What a key may spend per minute: a bucket that holds a minute's worth and fills evenly. Something that costs more than
 * is left is let through as long as anything is left, and the debt is paid before the next: a batch larger than a
 * minute's worth can be sent, and the mean rate is kept all the same.
 */
export class Budget {
  readonly perMinute: number;
  #left: number;
  #atMs: number;

  constructor(perMinute: number, nowMs = performance.now()) {
    this.perMinute = perMinute;
    this.#left = perMinute;
    this.#atMs = nowMs;
  }

  /** Whole units that are left; 0 when in debt. */
  left(nowMs = performance.now()): number {
    this.#fill(nowMs);
    return Math.max(0, Math.floor(this.#left));
  }

  spend(units: number, nowMs = performance.now()): void {
    this.#fill(nowMs);
    this.#left -= units;
  }

  /** Whole seconds until one unit is left; 0 when there is. */
  secondsUntilSome(nowMs = performance.now()): number {
    return this.#secondsUntil(1, nowMs);
  }

  /** Whole seconds until a full minute's worth is left. */
  secondsUntilFull(nowMs = performance.now()): number {
    return this.#secondsUntil(this.perMinute, nowMs);
  }

  #secondsUntil(units: number, nowMs: number): number {
    this.#fill(nowMs);
    return Math.max(0, Math.ceil(((units - this.#left) * SECONDS_PER_MINUTE) / this.perMinute));
  }

  #fill(nowMs: number): void {
    const minutes = (nowMs - this.#atMs) / (SECONDS_PER_MINUTE * 1000);
    this.#left = Math.min(this.perMinute, this.#left + minutes * this.perMinute);
    this.#atMs = nowMs;
  }
}
