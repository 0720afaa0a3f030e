import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { bucketEndSql, bucketSql } from './intervalSql.js';

const RUNS = Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 30);
/** Zones whose clocks change at midnight, by half an hour, in Ramadan, never, and those with odd offsets. */
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** The local date in a zone, as Node's own rules of time zones have it. */
function localDate(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(ms);
}

/** The name of the local day, week (by its Monday) or month that a time lies in. */
function periodOf(ms: number, timeZone: string, unit: string): string {
  const date = localDate(ms, timeZone);
  if (unit === '1M') return date.slice(0, 7);
  if (unit === '1d') return date;
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

async function buckets(times: readonly number[], timeZone: string, interval: string) {
  const bucket = bucketSql(interval, 'time');
  return server.store.rows<{ start: number; end: number }>({
    sql: `SELECT toUnixTimestamp64Milli(${bucket}) AS start, toUnixTimestamp64Milli(${bucketEndSql(interval, bucket)}) AS end
FROM (SELECT toDateTime64(arrayJoin({times:Array(String)}), 6, 'UTC') AS time)`,
    params: {
      times: times.map((time) => new Date(time).toISOString().slice(0, 23).replace('T', ' ')),
      time_zone: timeZone,
    },
  });
}

const someTimes = fc.array(fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2037, 0) }), {
  minLength: 100,
  maxLength: 300,
});

describe('time buckets', () => {
  it.each(['1d', '1w', '1M'])(
    'of %s are the local ones of every zone: nothing of another day, week or month is in them',
    async (interval) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...ZONES), someTimes, async (timeZone, times) => {
          const found = await buckets(times, timeZone, interval);
          for (const [index, { start, end }] of found.entries()) {
            const time = times[index] ?? NaN;
            const period = periodOf(time, timeZone, interval);
            const told = `${timeZone} ${new Date(time).toISOString()}`;
            expect(start <= time && time < end, told).toBe(true);
            expect(
              [start, end - 1].map((ms) => periodOf(ms, timeZone, interval)),
              told,
            ).toEqual([period, period]);
            expect(
              [start - 1, end].map((ms) => periodOf(ms, timeZone, interval)),
              told,
            ).not.toContain(period);
          }
        }),
        { numRuns: Math.ceil(RUNS / 3) },
      );
    },
  );

  it.each(['15m', '1h', '6h', '7h', '3d', '2M'])(
    'of %s hold their times and none reaches into the next',
    async (interval) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...ZONES), someTimes, async (timeZone, times) => {
          const found = await buckets(times, timeZone, interval);
          for (const [index, { start, end }] of found.entries()) {
            const time = times[index] ?? NaN;
            expect(start <= time && time < end, `${timeZone} ${new Date(time).toISOString()}`).toBe(true);
          }
          const [again] = await buckets([found[0]?.end ?? NaN], timeZone, interval);
          expect(again?.start, `${timeZone} ${found[0]?.end ?? ''}`).toBe(found[0]?.end);
        }),
        { numRuns: Math.ceil(RUNS / 6) },
      );
    },
  );
});
