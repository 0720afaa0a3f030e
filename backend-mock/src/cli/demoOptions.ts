import { parseArgs } from 'node:util';
import type { DemoRequest } from '../demo/demoPlan.js';

const MAX_TRACES = 1_000_000_000;
const MAX_DAYS = 3660;

/** A demo as asked for on the command line; without `until` it ends with the last full hour. */
export type DemoArguments = Omit<DemoRequest, 'until'> & { until?: Date };

/** Options that cannot be understood, with the sentence about what is wrong. */
export interface Refused {
  refused: string;
}

function refused(sentence: string): Refused {
  return { refused: sentence };
}

function wholeNumber(text: string, min: number, max: number): number | undefined {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
}

/** An RFC 3339 time or a date, which is midnight UTC. */
function time(text: string): Date | undefined {
  const isTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const date = new Date(text);
  const year = date.getUTCFullYear();
  return isTime && year >= 2000 && year < 2200 ? date : undefined;
}

/**
 * Reads `--traces N --seed N --days N --until TIME`, or `--remove` alone.
 * @returns The sentence about what is wrong when they cannot be understood.
 */
export function readDemoOptions(args: readonly string[]): DemoArguments | 'remove' | Refused {
  let values: Record<string, string | undefined>;
  if (args.includes('--remove')) {
    return args.length === 1 ? 'remove' : refused('--remove takes no other options: it removes all demo data.');
  }
  try {
    const options = {
      traces: { type: 'string', default: '200000' },
      seed: { type: 'string', default: '1' },
      days: { type: 'string', default: '30' },
      until: { type: 'string' },
    } as const;
    values = parseArgs({ args: [...args], options }).values;
  } catch {
    return refused('Only --traces, --seed, --days and --until are known, each with a value, and --remove.');
  }
  const traces = wholeNumber(values['traces'] ?? '', 1, MAX_TRACES);
  const seed = wholeNumber(values['seed'] ?? '', 0, Number.MAX_SAFE_INTEGER);
  const days = wholeNumber(values['days'] ?? '', 1, MAX_DAYS);
  const until = values['until'] === undefined ? undefined : time(values['until']);
  if (traces === undefined) return refused(`--traces must be a whole number from 1 to ${MAX_TRACES}.`);
  if (seed === undefined) return refused(`--seed must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}.`);
  if (days === undefined) return refused(`--days must be a whole number from 1 to ${MAX_DAYS}.`);
  if (values['until'] !== undefined && until === undefined) {
    return refused('--until must be a time such as 2026-11-20T12:00:00Z, or a date.');
  }
  return { traces, seed, days, ...(until && { until }) };
}
