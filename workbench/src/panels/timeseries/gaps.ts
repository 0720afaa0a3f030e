import { type DataFrame, FieldType } from '@grafana/data';

/**
 * Puts an empty row where a frame's times are further apart than its time field's interval, so that the line breaks
 * there. Grafana's time series panel does so for every frame; the chart from its npm library only for the first.
 */
export function withGaps(frame: DataFrame): DataFrame {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const intervalMs = time?.config.interval ?? 0;
  if (!time || intervalMs <= 0) {
    return frame;
  }
  const times = time.values as number[];
  const rows = times.flatMap((at, row) => {
    const next = times[row + 1];
    return next !== undefined && next - at > intervalMs ? [row, undefined] : [row];
  });
  const valueAt = (values: unknown[], row: number | undefined) => (row === undefined ? null : values[row]);
  return {
    ...frame,
    length: rows.length,
    fields: frame.fields.map((field) => ({
      ...field,
      values:
        field === time
          ? rows.map((row, index) => (row === undefined ? (times[rows[index - 1] ?? 0] ?? 0) + intervalMs : times[row]))
          : rows.map((row) => valueAt(field.values, row)),
    })),
  };
}
