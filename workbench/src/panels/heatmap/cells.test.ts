import { createDataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { cellsOf } from './cells';
import { scaleOf } from './scale';

const frame = createDataFrame({
  fields: [
    { name: 'xMax', type: FieldType.time, values: [1000, 2000, 2000] },
    { name: 'yMin', type: FieldType.number, values: [1, 1, 10] },
    { name: 'yMax', type: FieldType.number, values: [10, 10, 100] },
    { name: 'count', type: FieldType.number, values: [0, 3, 5] },
  ],
});

describe('the heatmap', () => {
  it('draws every cell with requests over its own interval, and none for the row that only tells the width', () => {
    expect(cellsOf(frame).map(({ fromMs, toMs, low, count }) => [fromMs, toMs, low, count])).toEqual([
      [1000, 2000, 1, 3],
      [1000, 2000, 10, 5],
    ]);
  });

  it('gives every doubling of latency the same height', () => {
    const { yOf } = scaleOf(cellsOf(frame), 100);
    expect([yOf(1), yOf(10), yOf(100)]).toEqual([100, 50, 0]);
  });
});
