import { createDataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { withGaps } from './gaps';

const HOUR_MS = 3_600_000;
const frame = (times: number[], interval?: number) =>
  createDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: times, config: { interval } },
      { name: 'requests', type: FieldType.number, values: times.map((_, row) => row + 1) },
    ],
  });

describe('an hour in which nothing happened', () => {
  it('breaks the line instead of being bridged', () => {
    const { fields, length } = withGaps(frame([0, HOUR_MS, 3 * HOUR_MS], HOUR_MS));
    expect(length).toBe(4);
    expect(fields[0]?.values).toEqual([0, HOUR_MS, 2 * HOUR_MS, 3 * HOUR_MS]);
    expect(fields[1]?.values).toEqual([1, 2, null, 3]);
  });

  it('is not invented where the data has no interval', () => {
    const perRequest = frame([0, 5 * HOUR_MS]);
    expect(withGaps(perRequest)).toBe(perRequest);
  });
});
