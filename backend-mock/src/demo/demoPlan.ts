import { createHash } from 'node:crypto';
import { microsToEngineTime } from '../ingest/engineTime.js';
import { blocksOf, HOUR_MICROS, type Piece, segmentsOfPeriod, startOfShare } from './segments.js';
import type { DemoRun } from './tracesSql.js';

/** A demo of exactly so many traces in a period. The same values make the same rows. */
export interface DemoRequest {
  traces: number;
  seed: number;
  /** Days that the demo covers. */
  days: number;
  /** Its end; no trace is later. */
  until: Date;
}

/** What is to be stored for a demo. */
export interface DemoPlan {
  run: DemoRun;
  fromMicros: number;
  untilMicros: number;
  /** In order of time; no two of them share any. */
  blocks: readonly (readonly Piece[])[];
}

const ID_DIGITS = 6;

/** What the request ids of a demo begin with after `demo-`: another one for any other demo. */
export function runPrefix({ traces, seed, days, until }: DemoRequest): string {
  const identity = [traces, seed, days, until.toISOString()].join(' ');
  return `${createHash('sha256').update(identity).digest('hex').slice(0, ID_DIGITS)}-`;
}

/** Divides a demo into blocks of at most `tracesPerBlock`; the rows do not depend on that size. */
export function planDemo(request: DemoRequest, tracesPerBlock: number): DemoPlan {
  const untilMicros = request.until.getTime() * 1000;
  const fromMicros = untilMicros - Math.round(request.days * 24 * HOUR_MICROS);
  return {
    run: {
      seed: request.seed,
      prefix: runPrefix(request),
      // Every trace starts in its period; the first may start with it.
      after: microsToEngineTime(BigInt(fromMicros - 1)),
      until: microsToEngineTime(BigInt(untilMicros)),
    },
    fromMicros,
    untilMicros,
    blocks: blocksOf(segmentsOfPeriod(fromMicros, untilMicros, request.traces), tracesPerBlock),
  };
}

/** Microseconds since 1970 at which a block's time begins; it ends where the next one's begins. */
export function startOfBlock(block: readonly Piece[]): number {
  const [first] = block;
  return first === undefined ? 0 : startOfShare(first.segment, first.from);
}
