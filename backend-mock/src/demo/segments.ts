import { HOUR_WEIGHTS, WEEKDAY_FACTORS, WEEKDAY_OF_DAY_0 } from './stories.js';

export const HOUR_MICROS = 3_600_000_000;
const HOURS_PER_DAY = 24;
const HOUR_WEIGHTS_OF_DAY = HOUR_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
/** More than the traces of any hour, so that numbers of one hour are none of the next. */
const NUMBERS_PER_HOUR = 2 ** 32;

/** An hour, or a part of one, and the traces that start in it. Each has a like share of its time to start in. */
export interface Segment {
  /** Microseconds since 1970. */
  startMicros: number;
  lengthMicros: number;
  traces: number;
  /** Number of its first trace; the others follow. What a trace is made from is its number. */
  firstNumber: number;
}

/** Traces `from` (inclusive) to `to` (exclusive) of a segment, counted from 0. */
export interface Piece {
  segment: Segment;
  from: number;
  to: number;
}

/** Relative traffic of an hour, given in hours since 1970. */
function weightOf(hour: number): number {
  const day = Math.floor(hour / HOURS_PER_DAY);
  const weekday = (day + WEEKDAY_OF_DAY_0) % WEEKDAY_FACTORS.length;
  return (HOUR_WEIGHTS[hour % HOURS_PER_DAY] ?? 0) * (WEEKDAY_FACTORS[weekday] ?? 0);
}

/** Exactly so many traces between two times (microseconds since 1970): more in the busy hours, numbered from 0. */
export function segmentsOfPeriod(fromMicros: number, untilMicros: number, traces: number): Segment[] {
  const hours: { startMicros: number; lengthMicros: number; weight: number }[] = [];
  for (let start = fromMicros; start < untilMicros;) {
    const hour = Math.floor(start / HOUR_MICROS);
    const end = Math.min((hour + 1) * HOUR_MICROS, untilMicros);
    hours.push({
      startMicros: start,
      lengthMicros: end - start,
      weight: (weightOf(hour) * (end - start)) / HOUR_MICROS,
    });
    start = end;
  }
  const total = hours.reduce((sum, { weight }) => sum + weight, 0);
  let weightBefore = 0;
  let firstNumber = 0;
  return hours.map(({ startMicros, lengthMicros, weight }, index) => {
    weightBefore += weight;
    const isLast = index === hours.length - 1;
    const numberAfter = isLast ? traces : Math.min(traces, Math.round((traces * weightBefore) / total));
    const segment = { startMicros, lengthMicros, traces: numberAfter - firstNumber, firstNumber };
    firstNumber = numberAfter;
    return segment;
  });
}

/** Traces that start before an hour since 1970 when an average day has so many; weeks are alike. */
function tracesBefore(hour: number, tracesPerDay: number): number {
  const hoursPerWeek = HOURS_PER_DAY * WEEKDAY_FACTORS.length;
  const weekStart = Math.floor(hour / hoursPerWeek) * hoursPerWeek;
  let weight = (weekStart / HOURS_PER_DAY) * HOUR_WEIGHTS_OF_DAY;
  for (let earlier = weekStart; earlier < hour; earlier++) weight += weightOf(earlier);
  return Math.floor((weight * tracesPerDay) / HOUR_WEIGHTS_OF_DAY);
}

/** Whole hours from the one of a time to the one of another, with the same traces whatever the period is. */
export function segmentsOfHours(fromMicros: number, untilMicros: number, tracesPerDay: number): Segment[] {
  const first = Math.floor(fromMicros / HOUR_MICROS);
  const count = Math.floor(untilMicros / HOUR_MICROS) - first + 1;
  return Array.from({ length: count }, (_, index) => {
    const hour = first + index;
    return {
      startMicros: hour * HOUR_MICROS,
      lengthMicros: HOUR_MICROS,
      traces: tracesBefore(hour + 1, tracesPerDay) - tracesBefore(hour, tracesPerDay),
      firstNumber: hour * NUMBERS_PER_HOUR,
    };
  });
}

function monthOf({ startMicros }: Segment): string {
  return new Date(startMicros / 1000).toISOString().slice(0, 7);
}

/**
 * Cuts segments into blocks that the engine stores whole or not at all: of at most `size` traces and of one month,
 * because months are stored apart.
 */
export function blocksOf(segments: readonly Segment[], size: number): Piece[][] {
  const blocks: Piece[][] = [];
  let block: Piece[] = [];
  let room = 0;
  let month = '';
  for (const segment of segments) {
    for (let from = 0; from < segment.traces;) {
      if (room === 0 || monthOf(segment) !== month) {
        block = [];
        blocks.push(block);
        room = size;
        month = monthOf(segment);
      }
      const to = Math.min(segment.traces, from + room);
      block.push({ segment, from, to });
      room -= to - from;
      from = to;
    }
  }
  return blocks;
}

/** Traces of a block. */
export function tracesOf(block: readonly Piece[]): number {
  return block.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Where a trace's share of its segment's time begins, in microseconds since 1970; as the engine works it out. */
export function startOfShare({ startMicros, lengthMicros, traces }: Segment, index: number): number {
  return startMicros + Number((BigInt(lengthMicros) * BigInt(index)) / BigInt(traces));
}
