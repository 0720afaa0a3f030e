import { locationService } from '@grafana/runtime';
import { useSyncExternalStore } from 'react';
import { TRACE_PARAMETER } from '../url/openTrace';

/** URL parameter that holds the request id that the open trace is compared with; empty while it is being chosen. */
export const COMPARE_PARAMETER = 'compare';

function subscribe(listener: () => void): () => void {
  const subscription = locationService.getLocationObservable().subscribe(listener);
  return () => {
    subscription.unsubscribe();
  };
}

function comparedId(): string | undefined {
  return locationService.getSearch().get(COMPARE_PARAMETER) ?? undefined;
}

/** Request id that the open trace is compared with, '' while it is being chosen, undefined when nothing is compared. */
export function useComparedId(): string | undefined {
  return useSyncExternalStore(subscribe, comparedId);
}

/**
 * Opens the comparison as a new history entry, so that Back leaves it.
 * @param otherId '' lets the viewer choose
 * @param requestId of the trace on the left, when it is not the open one
 */
export function openCompare(otherId: string, requestId?: string): void {
  locationService.partial({
    ...(requestId !== undefined && { [TRACE_PARAMETER]: requestId }),
    [COMPARE_PARAMETER]: otherId,
  });
}

/** Another pair in the same comparison. No new history entry, so that Back leaves it after any number of these. */
export function switchCompare(requestId: string, otherId: string): void {
  locationService.partial({ [TRACE_PARAMETER]: requestId, [COMPARE_PARAMETER]: otherId }, true);
}

export function closeCompare(): void {
  locationService.partial({ [COMPARE_PARAMETER]: null });
}
