import { type DataFrame, type DataFrameJSON, dataFrameFromJSON } from '@grafana/data';
import type { components } from '../contract/query.gen';

/** Where the rows of a frame are in what its channel tells. */
type LiveMark = components['schemas']['LiveMark'];

/** A frame of a live channel, and where it is in it. */
export interface LiveFrame {
  frame: DataFrame;
  mark: LiveMark;
}

/** Reads what a channel says; undefined when that is no frame of ours, such as a schema without data. */
export function liveFrame(message: unknown): LiveFrame | undefined {
  const said = message as DataFrameJSON | undefined;
  if (!said?.schema || !said.data) {
    return undefined;
  }
  const frame = dataFrameFromJSON(said);
  const mark = (frame.meta?.custom as { live?: LiveMark } | undefined)?.live;
  return mark && { frame, mark };
}
