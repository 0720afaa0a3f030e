import { type DataFrame, type Field, FieldType } from '@grafana/data';

const ID_FIELD = 'request_id';
const TIME_FIELD = 'start_time';

/** What a merged list holds. */
export interface Bounds {
  /** Rows at most. */
  limit: number;
  /** The earliest start time, in milliseconds since 1970. */
  from: number;
}

/** A row of one of the frames that are merged. */
interface Row {
  fields: ReadonlyMap<string, Field>;
  index: number;
  /** Start time in milliseconds since 1970, and the nanoseconds beyond. */
  time: number;
  nanos: number;
}

/**
 * The rows of all frames as one frame, newest first, each request once: a later frame's row takes the place of an earlier
 * one's. Fields are those of the first frame that has some.
 */
export function mergeRows(frames: DataFrame[], { limit, from }: Bounds): DataFrame | undefined {
  const model = frames.find((frame) => frame.fields.length > 0) ?? frames[0];
  if (!model) {
    return undefined;
  }
  const byId = new Map<unknown, Row>();
  for (const frame of frames) {
    for (const [id, row] of rowsOf(frame)) {
      byId.set(id, row);
    }
  }
  const rows = [...byId.values()].filter(({ time }) => time >= from).sort(newestFirst);
  const shown = rows.slice(0, limit);
  return {
    ...model,
    length: shown.length,
    fields: model.fields.map((field) => fieldOf(withSafeLinks(field, frames), shown)),
  };
}

/** The back end leaves out links that a row of a frame would make unsafe. What is unsafe in one frame is so in all rows. */
function withSafeLinks(field: Field, frames: DataFrame[]): Field {
  const links = frames
    .flatMap(({ fields }) => fields.filter(({ name }) => name === field.name))
    .map(({ config }) => config.links ?? []);
  const own = field.config.links ?? [];
  const fewest = links.reduce((few, other) => (other.length < few.length ? other : few), own);
  return fewest === own ? field : { ...field, config: { ...field.config, links: fewest } };
}

function rowsOf(frame: DataFrame): [id: unknown, row: Row][] {
  const fields = new Map(frame.fields.map((field) => [field.name, field]));
  const times = fields.get(TIME_FIELD);
  const ids = (fields.get(ID_FIELD)?.values ?? []) as unknown[];
  return ids.map((id, index) => {
    const time = Number(times?.values[index]);
    return [id, { fields, index, time, nanos: times?.nanos?.[index] ?? 0 }];
  });
}

const newestFirst = (a: Row, b: Row) => b.time - a.time || b.nanos - a.nanos;

function fieldOf(model: Field, rows: Row[]): Field {
  const { name, type, config } = model;
  const values = rows.map(({ fields, index }): unknown => fields.get(name)?.values[index] ?? null);
  // What Grafana computed for the old values, such as their display names, is of no use for the new ones.
  const field: Field = { name, type, config, values };
  return type === FieldType.time ? { ...field, nanos: rows.map(({ nanos }) => nanos) } : field;
}
