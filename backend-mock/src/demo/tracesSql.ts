import { TRACE_COLUMNS } from '../ingest/columns.js';
import type { QueryParams } from '../store/paramsForm.js';
import { chosenLaneLayer, laneLayer, usualLaneLayer, versionLayer, versionNameLayer } from './laneSql.js';
import { type Layer, layered } from './layers.js';
import { failureLayer, outcomeLayer, statusLayer } from './outcomeSql.js';
import { finishLayer, payloadLayer } from './payloadSql.js';
import { HOUR_MICROS, type Piece } from './segments.js';
import { idLayer, senderLayer } from './senderSql.js';
import { randomBits } from './sqlLiteral.js';
import { answerLayer, givenAnswerLayer, shownTextLayer, templateLayer, wordLayer } from './textSql.js';
import { costLayer, durationLayer, stageLayer, tokenLayer } from './usageSql.js';

/** Each trace starts at a random time of its own share of the segment, so times are in the order of numbers. */
const momentLayer: Layer = {
  h: 'cityHash64({seed:UInt64}, number)',
  share_start: 'segment_start + intDiv(segment_length * place, segment_traces)',
  share_end: 'segment_start + intDiv(segment_length * (place + 1), segment_traces)',
  hours: `intDiv(segment_start, ${HOUR_MICROS})`,
};

const timeLayer: Layer = {
  start_time: `fromUnixTimestamp64Micro(share_start + toInt64(bitShiftRight(${randomBits('time')}, 8) % greatest(toUInt64(share_end - share_start), 1)), 'UTC')`,
  day: 'intDiv(hours, 24)',
  hour: 'hours % 24',
};

const LAYERS: readonly Layer[] = [
  momentLayer,
  timeLayer,
  usualLaneLayer,
  chosenLaneLayer,
  laneLayer,
  versionLayer,
  versionNameLayer,
  outcomeLayer,
  failureLayer,
  statusLayer,
  wordLayer,
  templateLayer,
  answerLayer,
  givenAnswerLayer,
  shownTextLayer,
  tokenLayer,
  stageLayer,
  durationLayer,
  { ...costLayer, ...finishLayer },
  idLayer,
  senderLayer,
  payloadLayer,
];

/** Columns of `traces` that demo traces have; the others keep what the table itself says. */
export const DEMO_COLUMNS = TRACE_COLUMNS.filter((column) => LAYERS.some((layer) => Object.hasOwn(layer, column)));

/** Traces are dropped as soon as their time is known. */
const FILTERED_ABOVE = 2;
const WANTED = `start_time > {after:DateTime64(6, 'UTC')} AND start_time <= {until:DateTime64(6, 'UTC')}`;

/** What a demo trace depends on besides its number. */
export interface DemoRun {
  seed: number;
  /** What request ids begin with after `demo-`, so that several runs can lie in one store. */
  prefix: string;
  /** Traces at or before `after`, or later than `until`, are left out; times in the engine's form. */
  after: string;
  until: string;
}

/**
 * A block of demo traces as a SELECT of DEMO_COLUMNS. A row depends on the seed, its number, its place in its segment
 * and nothing else: any way to cut segments into blocks gives the same rows.
 */
export function demoTracesSql(): string {
  const base = `SELECT piece.1 AS segment_start, piece.2 AS segment_length, piece.3 AS segment_traces, piece.4 + place AS number,
  arrayJoin(range(piece.5, piece.6)) AS place
FROM (SELECT arrayJoin(JSONExtract({pieces:String}, 'Array(Tuple(Int64, Int64, Int64, UInt64, UInt32, UInt32))')) AS piece)`;
  const columns = ['segment_start', 'segment_length', 'segment_traces', 'number', 'place'];
  return layered({ sql: base, columns }, LAYERS, DEMO_COLUMNS, { above: FILTERED_ABOVE, condition: WANTED });
}

/** Values of the parameters of `demoTracesSql`. */
export function demoTracesParams(run: DemoRun, block: readonly Piece[]): QueryParams {
  return {
    seed: run.seed,
    run: run.prefix,
    after: run.after,
    until: run.until,
    pieces: JSON.stringify(
      block.map(({ segment: { startMicros, lengthMicros, traces, firstNumber }, from, to }) => [
        startMicros,
        lengthMicros,
        traces,
        firstNumber,
        from,
        to,
      ]),
    ),
  };
}
