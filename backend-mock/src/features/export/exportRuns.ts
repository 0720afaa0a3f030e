import { randomUUID } from 'node:crypto';
import { LIMITS } from '../../contract/constants.gen.js';
import { CodedError } from '../../errors.js';
import { ExportRun } from './exportRun.js';
import type { ExportFormat } from './sql.js';

const RETRY_AFTER_SECONDS = 10;
const KEPT_MS = 60 * 60 * 1000;

/** The exports of this process: a bounded number that run, and for an hour a bounded number that have ended. */
export class ExportRuns {
  readonly #runs = new Map<string, ExportRun>();

  /**
   * @throws OVERLOADED when as many run as may, CONFLICT when the id is taken.
   */
  begin(format: ExportFormat, fileName: string, id: string = randomUUID()): ExportRun {
    this.#forgetOld();
    if (this.#runs.has(id)) {
      throw new CodedError('CONFLICT', 'There is an export with this id.', {
        field: 'export_id',
        expected: 'a new id',
      });
    }
    const running = [...this.#runs.values()].filter(({ state }) => state === 'running').length;
    if (running >= LIMITS.RunningExports.max) {
      throw new CodedError('OVERLOADED', `There are ${running} exports under way already. Nothing was exported.`, {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    }
    const run = new ExportRun(id, format, fileName, () => {
      this.#forgetOld();
    });
    this.#runs.set(id, run);
    return run;
  }

  /** @throws NOT_FOUND */
  find(id: string): ExportRun {
    this.#forgetOld();
    const run = this.#runs.get(id);
    if (run) return run;
    throw new CodedError('NOT_FOUND', 'There is no export with this id, or it ended more than an hour ago.', {
      field: 'export_id',
      expected: 'the id of an export of this server',
    });
  }

  /** Cancels all that run. */
  endAll(): void {
    for (const run of this.#runs.values()) run.end('cancelled');
  }

  /** Runs are kept in the order of their beginnings, so the first that has ended is the oldest. */
  #forgetOld(): void {
    const ended = [...this.#runs.values()].filter(({ state }) => state !== 'running');
    const tooMany = Math.max(0, ended.length - LIMITS.KeptExports.max);
    const oldest = Date.now() - KEPT_MS;
    for (const [index, run] of ended.entries()) {
      if (index < tooMany || (run.endedTime?.getTime() ?? oldest) < oldest) this.#runs.delete(run.id);
    }
  }
}
