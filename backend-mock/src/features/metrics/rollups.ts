import type { Dimension } from '../selection/selectionSql.js';

/** A projection of `traces` (store/migrations/0003_rollups.sql) with the aggregates of aggregatesSql.ts summed up. */
export interface Rollup {
  /** Seconds of a cell; cells are counted from 1970 in UTC. */
  cellSeconds: number;
  /** What its cells are apart by, besides time. */
  keys: ReadonlySet<string>;
  /** Whether it has sketches of percentiles. */
  hasSketches: boolean;
}

const HOUR_KEYS: readonly Dimension[] = [
  'model',
  'model_type',
  'provider',
  'operation',
  'deployment',
  'deployment_version',
  'connection',
  'status',
];

/** Seconds of the cells of each rollup. */
export const HOUR = 3600;
export const QUARTER_HOUR = 900;
export const DAY = 86_400;

/** What traces can be narrowed by and still be counted by hour. */
export const BY_HOUR: Rollup = { cellSeconds: HOUR, keys: new Set(HOUR_KEYS), hasSketches: false };

/** Widest cells first: of those that serve, the first has the fewest to read. */
export const ROLLUPS: readonly Rollup[] = [
  { cellSeconds: DAY, keys: new Set(['model', 'model_type', 'provider']), hasSketches: true },
  BY_HOUR,
  {
    cellSeconds: QUARTER_HOUR,
    keys: new Set(['model', 'model_type', 'provider', 'status']),
    hasSketches: false,
  },
];

/** Number of the cell that a row of `traces AS t` lies in. The engine knows the projections by exactly this expression. */
export function cellSql(rollup: Rollup): string {
  return `intDiv(toUnixTimestamp64Micro(t.start_time), ${rollup.cellSeconds * 1_000_000})`;
}

/** The time at which the cell of a row begins. */
export function cellStartSql(rollup: Rollup): string {
  return `fromUnixTimestamp64Micro(${cellSql(rollup)} * ${rollup.cellSeconds * 1_000_000}, 'UTC')`;
}

/** The full cells in a time range, by their numbers; the end is exclusive. */
export interface Cells {
  first: number;
  end: number;
}

/** A time in milliseconds, rounded down, and whether it was. */
function millisOf(engineTime: string): { millis: number; isRounded: boolean } {
  const millis = Date.parse(`${engineTime.slice(0, 23).replace(' ', 'T')}Z`);
  return { millis, isRounded: engineTime.slice(23) > '000' };
}

/** The cells that lie in a time range as a whole; none when `end` is not above `first`. Times are in the engine's form. */
export function fullCells(cellSeconds: number, from: string, to: string): Cells {
  const start = millisOf(from);
  const cellMs = cellSeconds * 1000;
  return {
    first: Math.ceil((start.millis + (start.isRounded ? 1 : 0)) / cellMs),
    end: Math.floor(millisOf(to).millis / cellMs),
  };
}

/** The cells that have anything of a time range. */
export function touchedCells(cellSeconds: number, from: string, to: string): Cells {
  const end = millisOf(to);
  const cellMs = cellSeconds * 1000;
  return {
    first: Math.floor(millisOf(from).millis / cellMs),
    end: Math.ceil((end.millis + (end.isRounded ? 1 : 0)) / cellMs),
  };
}

/** The start of a cell in the engine's form. */
export function cellTime(cellSeconds: number, cell: number): string {
  return `${new Date(cell * cellSeconds * 1000).toISOString().slice(0, 23).replace('T', ' ')}000`;
}

/** Whether all of the names are among others. */
export function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((name) => all.has(name));
}
