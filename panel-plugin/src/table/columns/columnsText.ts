import { ALL_COLUMNS, clampWidth, type ColumnChoice, type ColumnLayout } from './columnLayout';

/** Neither sign has another meaning in addresses, nor is part of a column's name. */
const BETWEEN_COLUMNS = '.';
const BEFORE_WIDTH = '-';

/** `status.request_id-180.cost_usd`: names in their order, with the widths in pixels that were chosen. */
export function columnsText(layout: ColumnLayout): string {
  return layout
    .map(({ id, width }) => (width === undefined ? id : `${id}${BEFORE_WIDTH}${width}`))
    .join(BETWEEN_COLUMNS);
}

/** Undefined when the text names no column that there is. Unknown and repeated columns are left out. */
export function readColumnsText(text: string | undefined | null): ColumnLayout | undefined {
  const layout: ColumnChoice[] = [];
  for (const part of (text ?? '').split(BETWEEN_COLUMNS)) {
    const [name, width] = part.split(BEFORE_WIDTH);
    const id = ALL_COLUMNS.find((candidate) => candidate === name);
    if (id && !layout.some((column) => column.id === id)) {
      layout.push({ id, ...(width !== undefined && /^\d{1,5}$/.test(width) && { width: clampWidth(Number(width)) }) });
    }
  }
  return layout.length > 0 ? layout : undefined;
}
