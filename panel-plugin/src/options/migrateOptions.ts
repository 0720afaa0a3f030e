import type { PanelModel } from '@grafana/data';
import { columnsOption } from './columnsOption';
import type { TracesPanelOptions } from './options';

/** Whether a panel was saved before columns could be chosen freely. */
export function needsMigration({ options }: PanelModel<Partial<TracesPanelOptions>>): boolean {
  const columns: unknown = options.columns;
  return columns !== undefined && !Array.isArray(columns);
}

/** The options of an older panel as this version reads and edits them. Nothing that was chosen is lost. */
export function migrateOptions({ options }: PanelModel<Partial<TracesPanelOptions>>): Partial<TracesPanelOptions> {
  return { ...options, columns: columnsOption(options.columns) };
}
