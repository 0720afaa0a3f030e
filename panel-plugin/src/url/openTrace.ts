import { locationService } from '@grafana/runtime';
import { useSyncExternalStore } from 'react';

/** URL parameter that holds the request id of the open trace. Dashboards link to a trace with it. */
export const TRACE_PARAMETER = 'trace';

function subscribe(listener: () => void): () => void {
  const subscription = locationService.getLocationObservable().subscribe(listener);
  return () => {
    subscription.unsubscribe();
  };
}

function openTraceId(): string | undefined {
  return locationService.getSearch().get(TRACE_PARAMETER) ?? undefined;
}

/** Request id of the trace that the URL names, followed through Back and Forward. */
export function useOpenTraceId(): string | undefined {
  return useSyncExternalStore(subscribe, openTraceId);
}

/** A new history entry, so that Back closes the drawer. */
export function openTrace(requestId: string): void {
  locationService.partial({ [TRACE_PARAMETER]: requestId });
}

/** No new history entry, so that Back closes the drawer after any number of next and previous. */
export function switchTrace(requestId: string): void {
  locationService.partial({ [TRACE_PARAMETER]: requestId }, true);
}

/** Closing what is closed leaves the history as it is. */
export function closeTrace(): void {
  if (openTraceId() !== undefined) {
    locationService.partial({ [TRACE_PARAMETER]: null });
  }
}
