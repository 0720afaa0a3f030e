import { readColumnsText } from './columnsText';
import type { ColumnLayout } from './columnLayout';
import type { Density, TimeFormat } from '../../options/options';

/** What a viewer chose for the table of one panel, kept in the browser. */
export interface TableMemory {
  /** As `columnsText` writes it. */
  columns?: string;
  density?: Density;
  time?: TimeFormat;
}

const KEY = 'modeltrace-traces-panel.table';

/** One panel of one dashboard; in Explore, where there is no dashboard, its path is as good. */
export function memoryKey(dashboardUid: string | undefined, path: string, panelId: number): string {
  const uid = dashboardUid ?? /\/d(?:-solo)?\/([^/]+)/.exec(path)?.[1] ?? path;
  return `${KEY}.${uid}.${panelId}`;
}

/** Nothing when nothing was kept, or when the browser keeps nothing for this page. */
export function readMemory(key: string): TableMemory {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return isRecord(kept) ? checked(kept) : {};
  } catch {
    return {};
  }
}

/** Without effect where the browser keeps nothing for this page. */
export function writeMemory(key: string, memory: TableMemory): void {
  try {
    if (Object.values(memory).every((value) => value === undefined)) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, JSON.stringify(memory));
    }
  } catch {
    // What was chosen then lasts as long as the page.
  }
}

/** The layout that is kept. */
export function rememberedLayout(memory: TableMemory): ColumnLayout | undefined {
  return readColumnsText(memory.columns);
}

function checked({ columns, density, time }: Record<string, unknown>): TableMemory {
  return {
    ...(typeof columns === 'string' && { columns }),
    ...((density === 'compact' || density === 'comfortable' || density === 'tall') && { density }),
    ...((time === 'absolute' || time === 'relative') && { time }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
