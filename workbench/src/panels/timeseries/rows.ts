import { type DataFrame, type Field, FieldType, type LinkModel } from '@grafana/data';

/** A point of the drawn frame, found again in the frame that the data source sent. */
export interface Origin {
  frame: DataFrame;
  field: Field;
  rowIndex: number;
}

/**
 * The chart joins all frames by time and puts in rows for gaps, so a drawn row's index is not the source's. The row is
 * found by its time, which data links need to read the other fields of the same row.
 */
export function originOf(
  drawn: DataFrame,
  seriesIndex: number,
  drawnRow: number,
  frames: DataFrame[],
): Origin | undefined {
  const origin = drawn.fields[seriesIndex]?.state?.origin;
  const time: unknown = drawn.fields[0]?.values[drawnRow];
  const frame = origin && frames[origin.frameIndex];
  const field = frame?.fields[origin?.fieldIndex ?? -1];
  const rowIndex = frame?.fields.find((candidate) => candidate.type === FieldType.time)?.values.indexOf(time) ?? -1;
  return frame && field && rowIndex >= 0 ? { frame, field, rowIndex } : undefined;
}

/** The data links of a drawn point. */
export function linksOf(origin: Origin | undefined): LinkModel[] {
  return origin?.field.getLinks?.({ valueRowIndex: origin.rowIndex }) ?? [];
}
