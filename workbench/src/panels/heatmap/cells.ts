import type { DataFrame, Field, LinkModel } from '@grafana/data';

/** A cell of a sparse heatmap (data plane: heatmap-cells). Times are milliseconds since 1970. */
export interface Cell {
  row: number;
  fromMs: number;
  toMs: number;
  low: number;
  high: number;
  count: number;
}

/** The cells of frames whose first fields are the end of the interval, the bounds of the bucket, and the count. */
export function cellsOf(frame: DataFrame): Cell[] {
  const [end, low, high, count] = frame.fields;
  if (!end || !low || !high || !count) {
    return [];
  }
  const widthMs = widthOf(end);
  return end.values.flatMap((toMs: number, row) =>
    numberAt(count, row) > 0
      ? [
          {
            row,
            fromMs: toMs - widthMs,
            toMs,
            low: numberAt(low, row),
            high: numberAt(high, row),
            count: numberAt(count, row),
          },
        ]
      : [],
  );
}

/** As Grafana's heatmap, the width of all cells is the first step between two times. */
function widthOf({ values, config }: Field): number {
  const times = values as number[];
  const next = times.find((time) => time !== times[0]);
  return next === undefined ? (config.interval ?? 0) : next - (times[0] ?? 0);
}

const numberAt = ({ values }: Field, row: number): number => Number(values[row] ?? 0);

/** The data links of a cell, of whichever field they are. */
export function linksOf(frame: DataFrame, row: number): LinkModel[] {
  const links = frame.fields.flatMap((field) => field.getLinks?.({ valueRowIndex: row }) ?? []);
  return [...new Map(links.map((link) => [link.href, link])).values()];
}
