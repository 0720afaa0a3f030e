import { LoadingState, type PanelData } from '@grafana/data';
import type { components } from '../contract/query.gen';

type LiveStatus = components['schemas']['LiveStatus'];

/**
 * How following new traces stands: `starting` until the first answer; `following`; `interrupted` when nothing comes for
 * now; `refused` when it was asked for and cannot be had.
 */
export type LiveState =
  | { kind: 'off' }
  | { kind: 'starting' }
  | { kind: 'following' }
  | { kind: 'interrupted'; trouble: string }
  | { kind: 'refused'; trouble: string };

/** What the data source says of its live query in the frames. */
export function liveStateOf({ series, state }: Pick<PanelData, 'series' | 'state'>, isOn: boolean): LiveState {
  if (!isOn) {
    return { kind: 'off' };
  }
  const status = series.map(({ meta }) => meta?.custom?.liveStatus as LiveStatus | undefined).find(Boolean);
  if (!status || state === LoadingState.Loading) {
    return { kind: 'starting' };
  }
  if (status.trouble !== null) {
    return { kind: state === LoadingState.Streaming ? 'interrupted' : 'refused', trouble: status.trouble };
  }
  return { kind: 'following' };
}
