import { LIMITS } from '../../contract/constants.gen.js';
import { invalidArgument } from '../../errors.js';
import { fromEngineTime } from '../../ingest/engineTime.js';
import { timeRange } from '../selection/selectionSql.js';

const SECONDS = { s: 1, m: 60, h: 3600 };
const DAY_SECONDS = 86_400;
const CALENDAR_UNITS = { d: 'DAY', w: 'WEEK', M: 'MONTH' };
const INTERVAL = /^([1-9][0-9]{0,5})([smhdwM])$/;

/** Days without daylight saving, and February for a month: an upper bound for the number of buckets will do. */
const WIDTH_SECONDS = { ...SECONDS, d: DAY_SECONDS, w: 7 * DAY_SECONDS, M: 28 * DAY_SECONDS };
const MAX_BUCKETS = LIMITS.MetricsRequest.interval.maxBuckets;

/**
 * Makes sure that a time range does not fall into more buckets than an answer may have.
 * @param request `from` and `to` are RFC 3339; a leap second counts as the second before.
 * @throws INVALID_ARGUMENT about `interval` otherwise.
 */
export function checkBuckets(interval: string, request: { from: string; to: string }): void {
  const [, countText = '', unit = ''] = INTERVAL.exec(interval) ?? [];
  const seconds = Number(countText) * WIDTH_SECONDS[unit as keyof typeof WIDTH_SECONDS];
  const { from = '', to = '' } = timeRange(request);
  const rangeMs = Date.parse(fromEngineTime(to)) - Date.parse(fromEngineTime(from));
  if (rangeMs / 1000 / seconds > MAX_BUCKETS) {
    throw invalidArgument('interval', `wider: at most ${MAX_BUCKETS} buckets from \`from\` to \`to\``);
  }
}

/**
 * The start of the bucket that `t.start_time` lies in, as a UTC time. Uses the parameter `time_zone`.
 *
 * Days, weeks and months begin at local midnight, whatever length daylight saving gives them. Shorter widths that
 * divide a day are counted from local midnight, so that a day's buckets never straddle two days; others from 1970.
 */
export function bucketSql(interval: string): string {
  const [, countText = '', unit = ''] = INTERVAL.exec(interval) ?? [];
  const count = Number(countText);
  if (unit === 's' || unit === 'm' || unit === 'h') return elapsedBucketSql(count * SECONDS[unit]);
  if (unit === 'd' || unit === 'w' || unit === 'M') {
    const local = `toStartOfInterval(t.start_time, INTERVAL ${count} ${CALENDAR_UNITS[unit]}, {time_zone:String})`;
    // Weeks and months come as dates, which only mean something in their zone.
    return inUtc(`toDateTime64(toString(toDate32(${local}, {time_zone:String})), 6, {time_zone:String})`);
  }
  throw invalidArgument('interval', 'a width such as 5m, 1h or 1d');
}

function elapsedBucketSql(seconds: number): string {
  const micros = `${seconds * 1_000_000}`;
  const since = (start: string) =>
    `fromUnixTimestamp64Micro(${start} + intDiv(toUnixTimestamp64Micro(t.start_time) - ${start}, ${micros}) * ${micros}, 'UTC')`;
  if (DAY_SECONDS % seconds !== 0) return since('0');
  return since("toUnixTimestamp64Micro(toDateTime64(toStartOfDay(t.start_time, {time_zone:String}), 6, 'UTC'))");
}

function inUtc(time: string): string {
  return `toTimeZone(${time}, 'UTC')`;
}
