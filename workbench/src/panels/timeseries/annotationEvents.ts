import type { DataFrame } from '@grafana/data';

/** An event to mark on a chart. Times are milliseconds since 1970. */
export interface AnnotationEvent {
  time: number;
  timeEnd: number | undefined;
  title: string;
  text: string;
  tags: string[];
  color: string;
}

const DEFAULT_COLOR = 'rgba(0, 211, 255, 1)';

/** The event in a row of a frame of annotations, as @grafana/scenes makes them. */
export function eventAt(frame: DataFrame, row: number): AnnotationEvent | undefined {
  const value = (name: string): unknown => frame.fields.find((field) => field.name === name)?.values[row];
  const text = (name: string) => {
    const found = value(name);
    return typeof found === 'string' ? found : '';
  };
  const time = value('time');
  const timeEnd = value('timeEnd');
  const tags = value('tags');
  return typeof time === 'number'
    ? {
        time,
        timeEnd: typeof timeEnd === 'number' && timeEnd > time ? timeEnd : undefined,
        title: text('title'),
        text: text('text'),
        tags: Array.isArray(tags) ? tags.map(String) : [],
        color: text('color') || DEFAULT_COLOR,
      }
    : undefined;
}

export const eventsOf = (frames: DataFrame[]): AnnotationEvent[] =>
  frames.flatMap((frame) =>
    Array.from({ length: frame.length }, (_, row) => eventAt(frame, row)).filter((event) => event !== undefined),
  );
