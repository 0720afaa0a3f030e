import type { DataFrame, PanelData } from '@grafana/data';

/**
 * Whether two results hold the same rows of the same request. Dashboards hand the same rows on in new objects whenever
 * annotations, the alert state or the field options change; only the columns' values are not copied then.
 */
export function isSameResult(a: PanelData, b: PanelData): boolean {
  return a === b || (a.request?.requestId === b.request?.requestId && holdSameValues(a.series, b.series));
}

function holdSameValues(a: readonly DataFrame[], b: readonly DataFrame[]): boolean {
  return a === b || (a.length === b.length && a.every((frame, index) => hasSameColumns(frame, b[index])));
}

function hasSameColumns(a: DataFrame, b: DataFrame | undefined): boolean {
  return (
    a.fields.length === b?.fields.length &&
    a.fields.every((field, index) => {
      const other = b.fields[index];
      return field.name === other?.name && field.values === other.values;
    })
  );
}
