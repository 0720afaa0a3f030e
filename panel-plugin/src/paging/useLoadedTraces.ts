import { LoadingState, type PanelData } from '@grafana/data';
import { useEffect, useId, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { readFrames, type TracesData } from '../frames/readFrames';
import { isSameList } from './isSameList';
import { pageSource } from './pageSource';
import { isSameResult } from './sameResult';
import { TracePager, type LoadedTraces } from './TracePager';

interface Traces {
  data: TracesData;
  loaded: LoadedTraces;
  /** Both keep their identity for as long as the result does. */
  loadMore: () => void;
  goOn: () => void;
}

/**
 * The rows of the panel's result and of the pages loaded after it. A new result starts again; while it is under way
 * the old rows stay. A result that new traces are added to puts them in front.
 */
export function useLoadedTraces(panelData: PanelData, pageSize: number): Traces {
  const panelId = useId();
  const [settled, setSettled] = useState(panelData);
  const addsRows = isSameList(panelData, settled);
  if (panelData.state !== LoadingState.Loading && !addsRows && !isSameResult(panelData, settled)) {
    setSettled(panelData);
  }
  const { data, pager } = useMemo(() => startPaging(settled, { panelId, pageSize }), [settled, panelId, pageSize]);
  useEffect(() => pager.stop, [pager]);
  useLayoutEffect(() => {
    const read = addsRows ? readFrames(panelData.series) : undefined;
    if (read?.kind === 'traces' && read.pages[0]) {
      pager.takeHead(read.pages[0]);
    }
  }, [pager, addsRows, panelData.series]);
  const loaded = useSyncExternalStore(pager.subscribe, pager.getLoaded);
  return { data, loaded, loadMore: pager.loadMore, goOn: pager.goOn };
}

/** Only a single table can be continued: rows of several have no common order to page in. */
function startPaging(
  panelData: PanelData,
  paging: { panelId: string; pageSize: number }
): { data: TracesData; pager: TracePager } {
  const data = readFrames(panelData.series);
  if (data.kind !== 'traces') {
    return { data, pager: new TracePager([], undefined) };
  }
  const source = data.pages.length === 1 ? pageSource(panelData, data.refIds[0], paging) : undefined;
  return { data, pager: new TracePager(data.pages, source) };
}
