import { ALL_COLUMNS, OWN_COLUMNS } from '../table/columns/columnLayout';

/**
 * Names of the columns that a dashboard's author chose, in their order; none for the table's own. Panels that were saved
 * before columns could be chosen freely hold which of the further columns are added.
 */
export function columnsOption(saved: unknown): string[] {
  if (Array.isArray(saved)) {
    return saved.filter((name) => typeof name === 'string');
  }
  const added = ALL_COLUMNS.filter((id) => isRecord(saved) && saved[id] === true && !OWN_COLUMNS.includes(id));
  return added.length > 0 ? [...OWN_COLUMNS, ...added] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
