import type { DataFrame, QueryResultMetaNotice } from '@grafana/data';
import type { components } from '../contract/query.gen';
import type { LiveFrame } from './liveFrame';
import { type Bounds, mergeRows } from './mergeRows';

/** What panels read of how it stands. */
type LiveStatus = components['schemas']['LiveStatus'];

/**
 * The rows that a live panel shows, and whether traces may be missing among them. A channel numbers its rows within a
 * run: whoever has seen all numbers of the run since the list was read misses none.
 */
export class LiveList {
  private shown: DataFrame | undefined;
  private run = '';
  private last = 0;
  /** What the channel says of itself. */
  private told: QueryResultMetaNotice[] = [];
  /** Why the channel has nothing to tell for now. */
  private interrupted: string | undefined;
  /** What happens to the connection between browser and Grafana. */
  private connection: string | undefined;

  /** Takes a list that was read after all that has been added. */
  read(list: DataFrame, bounds: Bounds): void {
    this.shown = mergeRows(this.shown ? [this.shown, list] : [list], bounds);
    this.shown = this.shown && { ...this.shown, ...headOf(list), fields: this.shown.fields };
  }

  /** Takes rows of the channel. Returns whether the list must be read again, because some may be missing. */
  add({ frame, mark }: LiveFrame, bounds: Bounds): boolean {
    // Without news the rows stay the same objects, by which panels see that they need not draw them again.
    if (!this.shown || frame.length > 0) {
      this.shown = mergeRows(this.shown ? [this.shown, frame] : [frame], bounds);
    }
    this.told = frame.meta?.notices ?? [];
    this.interrupted = mark.interrupted;
    if (mark.run === '') {
      return false;
    }
    const isComplete = mark.run === this.run && mark.from <= this.last + 1;
    this.last = mark.run === this.run ? Math.max(mark.to, this.last) : mark.to;
    this.run = mark.run;
    return !isComplete;
  }

  /** The list could not be read: the next frame asks for it again. */
  forget(): void {
    this.run = '';
  }

  /** Says in words what is wrong with the connection, or that nothing is. */
  say(words: string | undefined): void {
    this.connection = words;
  }

  /** The frame to show. */
  frame({ limit }: Bounds): DataFrame | undefined {
    if (!this.shown) {
      return undefined;
    }
    const { meta } = this.shown;
    const own: QueryResultMetaNotice[] = this.connection ? [{ severity: 'warning', text: this.connection }] : [];
    const notices = [...(meta?.notices ?? []), ...this.told, ...own].filter(isFirst);
    // A list that was cut can be continued, whatever it was when it was read.
    const limited = this.shown.length >= limit ? { limited: true } : undefined;
    const liveStatus: LiveStatus = { trouble: this.connection ?? this.interrupted ?? null };
    return { ...this.shown, meta: { ...meta, custom: { ...meta?.custom, ...limited, liveStatus }, notices } };
  }
}

function headOf({ name, refId, meta }: DataFrame): Partial<DataFrame> {
  return { ...(name !== undefined && { name }), ...(refId !== undefined && { refId }), ...(meta && { meta }) };
}

const isFirst = (notice: QueryResultMetaNotice, index: number, all: QueryResultMetaNotice[]) =>
  all.findIndex(({ text }) => text === notice.text) === index;
