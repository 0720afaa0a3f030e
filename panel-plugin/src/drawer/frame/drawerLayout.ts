import { store } from '@grafana/data';
import { useState } from 'react';
import { isSectionId, type SectionId } from '../sections/sectionIds';

/** Over the page, or within the panel beside the table. */
export type DrawerSide = 'over' | 'beside';

/** How this viewer likes the drawer. Widths in pixels. */
export interface DrawerLayout {
  side: DrawerSide;
  overWidth?: number;
  besideWidth?: number;
  folded: readonly SectionId[];
}

/** Local storage is shared by everything in Grafana; keys begin with the id of the plugin. */
export const LAYOUT_KEY = 'modeltrace-traces-panel.drawer';

/** The layout that the browser remembers, and a function that changes parts of it. */
export function useDrawerLayout(): [DrawerLayout, (change: Partial<DrawerLayout>) => void] {
  const [layout, setLayout] = useState(readLayout);
  const change = (changed: Partial<DrawerLayout>) => {
    const next = { ...layout, ...changed };
    setLayout(next);
    try {
      store.setObject(LAYOUT_KEY, next);
    } catch {
      // Full or forbidden storage: the layout holds until the page is left.
    }
  };
  return [layout, change];
}

/** What is stored may be of another version or somebody's experiment; only what fits is taken. */
function readLayout(): DrawerLayout {
  const saved = readStored();
  const width = (name: string) => {
    const value = saved[name];
    return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
  };
  const overWidth = width('overWidth');
  const besideWidth = width('besideWidth');
  return {
    side: saved.side === 'beside' ? 'beside' : 'over',
    ...(overWidth !== undefined && { overWidth }),
    ...(besideWidth !== undefined && { besideWidth }),
    folded: Array.isArray(saved.folded) ? saved.folded.filter(isSectionId) : [],
  };
}

function readStored(): Record<string, unknown> {
  try {
    const saved: unknown = store.getObject(LAYOUT_KEY);
    return typeof saved === 'object' && saved !== null ? { ...saved } : {};
  } catch {
    return {};
  }
}
