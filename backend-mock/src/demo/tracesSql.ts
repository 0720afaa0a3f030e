import { TRACE_COLUMNS } from '../ingest/columns.js';
import { laneLayer, momentLayer, versionLayer } from './laneSql.js';
import { layered } from './layers.js';
import { failureLayer, outcomeLayer, statusLayer } from './outcomeSql.js';
import { finishLayer, payloadLayer } from './payloadSql.js';
import { idLayer, senderLayer } from './senderSql.js';
import { sqlArray } from './sqlLiteral.js';
import { HOUR_WEIGHTS, isUndeployed, WEEKDAY_FACTORS, WEEKDAY_OF_DAY_0 } from './stories.js';
import { answerLayer, choiceLayer, givenAnswerLayer, promptLayer, shownTextLayer, wordLayer } from './textSql.js';
import { costLayer, durationLayer, stageLayer, tokenLayer } from './usageSql.js';

const LAYERS = [
  momentLayer,
  laneLayer,
  { ...versionLayer, hour_load: `arrayElement(${sqlArray(HOUR_WEIGHTS)}, hour + 1) / ${Math.max(...HOUR_WEIGHTS)}` },
  outcomeLayer,
  failureLayer,
  statusLayer,
  { ...wordLayer, ...choiceLayer },
  promptLayer,
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

/** Rows above this layer have their time and deployment: what is not wanted is dropped before the rest is worked out. */
const FILTERED_ABOVE = 2;
const WANTED = `start_time > {after:DateTime64(6, 'UTC')} AND start_time <= {until:DateTime64(6, 'UTC')} AND NOT ${isUndeployed('day')}`;

/**
 * The demo's traces of some days as a SELECT of the columns of `traces`, in their order. Parameters: `seed`, `firstDay`
 * (since 1970), `days`, `tracesPerDay` (of an average day; weekends have fewer), and the times `after` (exclusive) and `until` (inclusive). A row
 * depends on seed, day and its number only: asking for a part of a day gives exactly that part's rows.
 */
export function demoTracesSql(): string {
  const weekdayFactor = `arrayElement(${sqlArray(WEEKDAY_FACTORS)}, (day + ${WEEKDAY_OF_DAY_0}) % 7 + 1)`;
  const base = `SELECT day, toInt64(arrayJoin(range(toUInt64(round({tracesPerDay:Float64} * ${weekdayFactor}))))) AS i
FROM (SELECT {firstDay:Int64} + toInt64(number) AS day FROM numbers({days:UInt64}))`;
  const rows = layered(base, LAYERS, { above: FILTERED_ABOVE, condition: WANTED });
  return `SELECT ${TRACE_COLUMNS.join(', ')}\nFROM (\n${rows}\n)`;
}
