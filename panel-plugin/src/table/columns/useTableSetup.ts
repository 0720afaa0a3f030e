import { locationService } from '@grafana/runtime';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Density, TimeFormat, TracesPanelOptions } from '../../options/options';
import type { ViewStateHandle } from '../../state/useViewState';
import { isSameLayout, usualLayout, type ColumnLayout } from './columnLayout';
import { columnsText, readColumnsText } from './columnsText';
import { memoryKey, readMemory, rememberedLayout, writeMemory, type TableMemory } from './tableMemory';

/** How a viewer wants the table. */
export interface TableSetup {
  layout: ColumnLayout;
  density: Density;
  time: TimeFormat;
  /** Whether there is something to reset: the dashboard's author chose otherwise. */
  isChanged: boolean;
  setLayout: (layout: ColumnLayout) => void;
  setDensity: (density: Density) => void;
  setTime: (time: TimeFormat) => void;
  /** As the dashboard's author chose. */
  reset: () => void;
}

interface Place {
  panelId: number;
  /** Undefined where Grafana does not say it. */
  dashboardUid: string | undefined;
  /** Whether all traces there are of one model. */
  isOneModel: boolean;
}

/**
 * Columns, row height and times as the address says, else as this viewer left them, else as the options say. What is
 * changed is in the address and remembered in the browser, for this panel of this dashboard.
 */
export function useTableSetup(options: TracesPanelOptions, state: ViewStateHandle, place: Place): TableSetup {
  const { view, change } = state;
  const key = memoryKey(place.dashboardUid, currentPath(), place.panelId);
  const [kept, setKept] = useState(() => ({ key, memory: readMemory(key) }));
  if (kept.key !== key) {
    setKept({ key, memory: readMemory(key) });
  }
  const { memory } = kept;
  const usual = useMemo(() => usualLayout(options.columns, place.isOneModel), [options.columns, place.isOneModel]);
  const layout = useMemo(
    () => readColumnsText(view.columns) ?? rememberedLayout(memory) ?? usual,
    [view.columns, memory, usual]
  );
  const density = memory.density ?? options.density;
  const time = memory.time ?? options.time;

  // A link shows a colleague the columns that one sees, also those that were chosen another day. Only when the panel
  // appears: later changes are written where they are made.
  const remembered = memory.columns;
  const isInAddress = view.columns !== undefined;
  const appeared = useRef('');
  useEffect(() => {
    if (appeared.current !== key && remembered !== undefined && !isInAddress) {
      change({ columns: remembered }, 'replace');
    }
    appeared.current = key;
  }, [key, remembered, isInAddress, change]);

  return useMemo(() => {
    const remember = (part: TableMemory) => {
      const next = { ...memory, ...part };
      writeMemory(key, next);
      setKept({ key, memory: next });
    };
    return {
      layout,
      density,
      time,
      isChanged: !isSameLayout(layout, usual) || density !== options.density || time !== options.time,
      setLayout: (next) => {
        const columns = isSameLayout(next, usual) ? undefined : columnsText(next);
        remember({ columns });
        change({ columns }, 'replace');
      },
      setDensity: (next) => {
        remember({ density: next === options.density ? undefined : next });
      },
      setTime: (next) => {
        remember({ time: next === options.time ? undefined : next });
      },
      reset: () => {
        remember({ columns: undefined, density: undefined, time: undefined });
        change({ columns: undefined }, 'replace');
      },
    };
  }, [layout, density, time, usual, options.density, options.time, key, memory, change]);
}

function currentPath(): string {
  const location: unknown = locationService.getLocation();
  return typeof location === 'object' && location !== null && 'pathname' in location ? String(location.pathname) : '';
}
