import type { PanelData } from '@grafana/data';
import { useMemo, useState } from 'react';
import { liveStateOf, type LiveState } from './liveState';
import { liveViewAfter, pausedView, resumedView, shownBy, type LiveView } from './liveView';

/** Following new traces, as the toolbar shows and changes it. */
export interface Live {
  state: LiveState;
  isPaused: boolean;
  /** Traces that have come since it was turned on, or since it was paused. */
  arrived: number;
  pause: () => void;
  goOn: () => void;
}

/**
 * The rows to show: those that come, or while it is paused those that were there.
 * @param incoming answer to the query that is asked, streamed while live is on
 * @param isOn whether the viewer, or the panel's query, wants live traces
 */
export function useLive(incoming: PanelData, isOn: boolean): { panelData: PanelData; live: Live } {
  const [before, setView] = useState<LiveView>({});
  const view = liveViewAfter(before, incoming, isOn);
  if (view !== before) {
    setView(view);
  }
  const panelData = useMemo(() => shownBy(view, incoming), [view, incoming]);
  const live = useMemo<Live>(
    () => ({
      state: liveStateOf(incoming, isOn),
      isPaused: view.paused !== undefined,
      arrived: view.arrivals?.count ?? 0,
      pause: () => {
        setView((current) => pausedView(current, incoming));
      },
      goOn: () => {
        setView(resumedView);
      },
    }),
    [incoming, isOn, view]
  );
  return { panelData, live };
}
