import { type DataFrame, type Field, FieldType, getDisplayProcessor } from '@grafana/data';
import { config } from '@grafana/runtime';

/**
 * Numbers that came as a frame per group (data plane: numeric-multi) as one table: a column per label, one per number
 * and a row per group. Any other frames stay as they are.
 */
export function asOneTable(frames: DataFrame[]): DataFrame[] {
  const isNumber = ({ type }: Field) => type === FieldType.number;
  if (frames.length < 2 || !frames.every(({ fields, length }) => length === 1 && fields.every(isNumber))) {
    return frames;
  }
  const fields = frames.flatMap((frame) => frame.fields);
  const groups = new Map<string, Field[]>();
  for (const field of fields) {
    const group = JSON.stringify(field.labels ?? {});
    groups.set(group, [...(groups.get(group) ?? []), field]);
  }
  const rows = [...groups.values()];
  const labels = [...new Set(fields.flatMap((field) => Object.keys(field.labels ?? {})))];
  const columns = [
    ...labels.map((label) =>
      textColumn(
        label,
        rows.map(([field]) => field?.labels?.[label] ?? ''),
      ),
    ),
    ...[...new Map(fields.map((field) => [field.name, field])).values()].map((measure) => ({
      ...measure,
      labels: {},
      values: rows.map((row) => row.find(({ name }) => name === measure.name)?.values[0] as unknown),
    })),
  ];
  return [{ fields: columns, length: rows.length }];
}

function textColumn(name: string, values: string[]): Field {
  const field: Field = { name, type: FieldType.string, config: {}, values };
  return { ...field, display: getDisplayProcessor({ field, theme: config.theme2 }) };
}
