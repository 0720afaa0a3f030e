import type { ModeltraceQuery } from '../types';
import { ianaTimeZone, withTimeZone } from './timeZone';

const base = { refId: 'A', schemaVersion: 2 } as const;

it.each([
  ['browser', 'UTC'], // Tests run with TZ=UTC.
  ['', 'UTC'],
  ['utc', 'UTC'],
  ['Europe/Berlin', 'Europe/Berlin'],
])('the dashboard time zone "%s" is asked for as %s', (timezone, iana) => {
  expect(ianaTimeZone(timezone)).toBe(iana);
});

it('"browser" is the time zone of the browser, not a fixed one', () => {
  const berlin = { resolvedOptions: () => ({ timeZone: 'Europe/Berlin' }) } as Intl.DateTimeFormat;
  jest.spyOn(Intl, 'DateTimeFormat').mockReturnValue(berlin);
  expect(ianaTimeZone('browser')).toBe('Europe/Berlin');
  jest.restoreAllMocks();
});

it('queries with local days get the time zone; one that was saved with its own keeps it', () => {
  const metrics: ModeltraceQuery = { ...base, queryType: 'metrics', measures: ['requests'] };
  const traces: ModeltraceQuery = { ...base, queryType: 'traces' };
  expect(withTimeZone(metrics, 'Asia/Tokyo')).toEqual({ ...metrics, timeZone: 'Asia/Tokyo' });
  expect(withTimeZone({ ...base, queryType: 'latency' }, 'utc')).toMatchObject({ timeZone: 'UTC' });
  expect(withTimeZone({ ...base, queryType: 'replicas' }, 'Asia/Tokyo')).toMatchObject({ timeZone: 'Asia/Tokyo' });
  expect(withTimeZone({ ...metrics, timeZone: 'Europe/Paris' }, 'utc')).toMatchObject({ timeZone: 'Europe/Paris' });
  expect(withTimeZone(traces, 'Asia/Tokyo')).toEqual(traces);
});
