import { describe, expect, it } from 'vitest';
import { fromEngineTime, microsToEngineTime, toEngineTime } from './engineTime.js';

describe('times', () => {
  it.each([
    ['2026-11-21T08:00:00Z', '2026-11-21 08:00:00.000000'],
    ['2026-11-21T08:00:00.123456789Z', '2026-11-21 08:00:00.123456'],
    ['2026-11-21t08:00:00.5+02:00', '2026-11-21 06:00:00.500000'],
    ['2026-12-31T23:30:00-01:00', '2027-01-01 00:30:00.000000'],
    ['2016-12-31T23:59:60Z', '2016-12-31 23:59:59.000000'],
  ])('keeps the instant of %s', (text, expected) => {
    expect(toEngineTime(text)).toBe(expected);
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-11-21T08:00:00',
    '2026-11-21',
    '1969-12-31T23:59:59Z',
    '9999-01-01T00:00:00Z',
    '2026-11-21T25:00:00Z',
    "2026-11-21T08:00:00Z'",
  ])('does not move %s to another time', (text) => {
    expect(toEngineTime(text)).toBeUndefined();
  });

  it('gives the same time back', () => {
    expect(fromEngineTime(microsToEngineTime(1_795_248_000_123_456n))).toBe('2026-11-21T08:00:00.123456Z');
  });
});
