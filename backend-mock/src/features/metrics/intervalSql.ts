import { invalidArgument } from '../../errors.js';
import { fromEngineTime } from '../../ingest/engineTime.js';
import { timeRange } from '../selection/selectionSql.js';

const SECONDS = { s: 1, m: 60, h: 3600 };
const DAY_SECONDS = 86_400;
const CALENDAR_UNITS = { d: 'DAY', w: 'WEEK', M: 'MONTH' };
const INTERVAL = /^([1-9][0-9]{0,5})([smhdwM])$/;

/** Days without daylight saving, and February for a month: an upper bound for the number of buckets will do. */
const WIDTH_SECONDS = { ...SECONDS, d: DAY_SECONDS, w: 7 * DAY_SECONDS, M: 28 * DAY_SECONDS };

/**
 * Makes sure that a time range does not fall into more buckets than an answer may have.
 * @param request `from` and `to` are RFC 3339; a leap second counts as the second before.
 * @throws INVALID_ARGUMENT about `interval` otherwise.
 */
export function checkBuckets(interval: string, request: { from: string; to: string }, maxBuckets: number): void {
  const { count, unit } = widthOf(interval);
  const seconds = count * WIDTH_SECONDS[unit];
  const { from = '', to = '' } = timeRange(request);
  const rangeMs = Date.parse(fromEngineTime(to)) - Date.parse(fromEngineTime(from));
  if (rangeMs / 1000 / seconds > maxBuckets) {
    throw invalidArgument('interval', `wider: at most ${maxBuckets} buckets from \`from\` to \`to\``);
  }
}

/** A width as it is counted: elapsed seconds, or days, weeks and months of the calendar. */
function widthOf(interval: string): { count: number; unit: keyof typeof WIDTH_SECONDS } {
  const [, count = '', unit = ''] = INTERVAL.exec(interval) ?? [];
  if (unit in WIDTH_SECONDS) return { count: Number(count), unit: unit as keyof typeof WIDTH_SECONDS };
  throw invalidArgument('interval', 'a width such as 5m, 1h or 1d');
}

/**
 * Whether every bucket begins where a cell of that width since 1970 begins, in a zone whose local midnights all do.
 */
export function bucketsHoldCells(interval: string, cellSeconds: number): boolean {
  const { count, unit } = widthOf(interval);
  return unit === 'd' || unit === 'w' || unit === 'M' || (count * SECONDS[unit]) % cellSeconds === 0;
}

/**
 * The start of the bucket that a time lies in, as a UTC time. Uses the parameter `time_zone`.
 *
 * Days, weeks and months begin at local midnight, whatever length daylight saving gives them. Shorter widths that
 * divide a day are counted from local midnight, so that a day's buckets never straddle two days; others from 1970.
 * @param time SQL of a DateTime64(6, 'UTC').
 */
export function bucketSql(interval: string, time: string): string {
  const { count, unit } = widthOf(interval);
  if (unit === 's' || unit === 'm' || unit === 'h') return elapsedBucketSql(count * SECONDS[unit], time);
  return localMidnight(`toStartOfInterval(${time}, INTERVAL ${count} ${CALENDAR_UNITS[unit]}, {time_zone:String})`);
}

/**
 * The end of a bucket: where the next one begins.
 * @param start SQL of the bucket's start, as `bucketSql` gives it.
 */
export function bucketEndSql(interval: string, start: string): string {
  const { count, unit } = widthOf(interval);
  if (unit === 'd' || unit === 'w' || unit === 'M') {
    return localMidnight(`toDate32(${start}, {time_zone:String}) + INTERVAL ${count} ${CALENDAR_UNITS[unit]}`);
  }
  const seconds = count * SECONDS[unit];
  const next = `${start} + INTERVAL ${seconds} SECOND`;
  if (DAY_SECONDS % seconds !== 0) return next;
  return `least(${next}, ${localMidnight(`toDate32(${start}, {time_zone:String}) + INTERVAL 1 DAY`)})`;
}

function elapsedBucketSql(seconds: number, time: string): string {
  const micros = `${seconds * 1_000_000}`;
  const since = (start: string) =>
    `fromUnixTimestamp64Micro(${start} + intDiv(toUnixTimestamp64Micro(${time}) - ${start}, ${micros}) * ${micros}, 'UTC')`;
  if (DAY_SECONDS % seconds !== 0) return since('0');
  return since(`toUnixTimestamp64Micro(toDateTime64(toStartOfDay(${time}, {time_zone:String}), 6, 'UTC'))`);
}

/**
 * The UTC time at which a local date begins; weeks and months come as dates, which only mean something in their zone. Where
 * clocks go forward at midnight there is no 0:00 that day, and the engine takes the 23:00 before for it: the day begins at 1:00.
 */
function localMidnight(date: string): string {
  const day = `toDate32(${date}, {time_zone:String})`;
  const midnight = `toDateTime64(toString(${day}), 6, {time_zone:String})`;
  return `toTimeZone(if(toDate32(${midnight}) < ${day}, ${midnight} + INTERVAL 1 HOUR, ${midnight}), 'UTC')`;
}
