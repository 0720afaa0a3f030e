import { LoadingState, type PanelData } from '@grafana/data';
import { isSameResult } from '../paging/sameResult';
import { tracesTarget } from '../selection/tracesTarget';
import { arrivalsAfter, type Arrivals } from './arrivals';

/** What is shown of rows that come by themselves. */
export interface LiveView {
  /** What was there when it was paused. */
  paused?: PanelData;
  arrivals?: Arrivals;
  /** What came last while it was on. */
  last?: PanelData;
  /** After it was turned off: what stays, and what the dashboard had by then. */
  held?: { shown: PanelData; since: PanelData };
}

const NOTHING: LiveView = {};

/** The view after something came, or live was turned on or off; the same object when nothing changes. */
export function liveViewAfter(view: LiveView, incoming: PanelData, isOn: boolean): LiveView {
  return isOn ? whileOn(view, incoming) : whileOff(view, incoming);
}

/** The rows to show. */
export function shownBy({ held, paused }: LiveView, incoming: PanelData): PanelData {
  return held ? { ...held.shown, state: LoadingState.Done } : (paused ?? incoming);
}

/** The view when the rows that are there are to stay. */
export function pausedView(view: LiveView, incoming: PanelData): LiveView {
  return { ...withoutCount(view), paused: incoming };
}

/** The view when what came meanwhile is to be shown. */
export function resumedView({ paused, ...view }: LiveView): LiveView {
  return paused ? withoutCount(view) : view;
}

function withoutCount(view: LiveView): LiveView {
  return view.arrivals ? { ...view, arrivals: { ...view.arrivals, count: 0 } } : view;
}

function whileOn(view: LiveView, incoming: PanelData): LiveView {
  const hasAnswer = incoming.state !== LoadingState.Loading;
  const arrivals = hasAnswer ? arrivalsAfter(view.arrivals, incoming) : view.arrivals;
  const last = incoming.state === LoadingState.Streaming ? incoming : view.last;
  const paused = view.paused && isSameQuestion(view.paused, incoming) ? view.paused : undefined;
  if (!view.held && arrivals === view.arrivals && last === view.last && paused === view.paused) {
    return view;
  }
  return { ...(paused && { paused }), ...(arrivals && { arrivals }), ...(last && { last }) };
}

/**
 * Turned off, the rows stay as they are until the dashboard has newer ones: its own are as old as its last refresh. Where
 * the list is asked anew there is nothing to hold.
 */
function whileOff(view: LiveView, incoming: PanelData): LiveView {
  if (view.last) {
    const isAskedAnew = incoming.state === LoadingState.Loading;
    return isAskedAnew ? NOTHING : { held: { shown: view.paused ?? view.last, since: incoming } };
  }
  return view.held && isSameResult(view.held.since, incoming) ? view : emptied(view);
}

function emptied(view: LiveView): LiveView {
  return Object.keys(view).length > 0 ? NOTHING : view;
}

/** A refresh asks the same again; another filter does not, and its rows are wanted. */
function isSameQuestion(a: PanelData, b: PanelData): boolean {
  return a.request === b.request || JSON.stringify(tracesTarget(a)) === JSON.stringify(tracesTarget(b));
}
