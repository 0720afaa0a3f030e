import { LoadingState, type PanelData } from '@grafana/data';
import { tracesTarget } from '../selection/tracesTarget';

/**
 * Whether `next` holds the same list as `before` with what has come since: the answer to one and the same question,
 * which is streamed. The data source answers with the whole beginning of the list each time.
 */
export function isSameList(next: PanelData, before: PanelData): boolean {
  return (
    before.state === LoadingState.Streaming &&
    (next.state === LoadingState.Streaming || next.state === LoadingState.Done) &&
    before.series.length === 1 &&
    next.series.length === 1 &&
    next.request?.requestId === before.request?.requestId &&
    JSON.stringify(tracesTarget(next)) === JSON.stringify(tracesTarget(before))
  );
}
