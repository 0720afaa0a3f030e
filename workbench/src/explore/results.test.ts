import { type DataFrame, type QueryResultMeta, createDataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { groupFrames } from './results';

const frame = (meta: QueryResultMeta, ...types: FieldType[]): DataFrame =>
  createDataFrame({ meta, fields: types.map((type, index) => ({ name: `${type}${index}`, type, values: [1] })) });
const panelsOf = (...frames: DataFrame[]) => groupFrames(frames).map(({ pluginId }) => pluginId);

describe('an answer in Explore', () => {
  it('is drawn by the panel that the frame asks for', () => {
    const asked = frame(
      { preferredVisualisationPluginId: 'modeltrace-traces-panel' },
      FieldType.time,
      FieldType.number,
    );
    expect(panelsOf(asked)).toEqual(['modeltrace-traces-panel']);
    expect(panelsOf(frame({ preferredVisualisationType: 'trace' }, FieldType.string))).toEqual(['traces']);
  });

  it('is a chart over time where there are times and numbers, and a table otherwise', () => {
    expect(panelsOf(frame({}, FieldType.time, FieldType.number))).toEqual(['timeseries']);
    expect(panelsOf(frame({}, FieldType.string, FieldType.number))).toEqual(['table']);
    expect(panelsOf(frame({}, FieldType.time, FieldType.string))).toEqual(['table']);
  });

  it('without fields is nothing to draw', () => {
    expect(panelsOf(frame({}))).toEqual([]);
  });

  it('of several series is one chart, below a trace', () => {
    const series = frame({}, FieldType.time, FieldType.number);
    expect(panelsOf(series, series, frame({ preferredVisualisationType: 'trace' }, FieldType.string))).toEqual([
      'traces',
      'timeseries',
    ]);
  });
});
