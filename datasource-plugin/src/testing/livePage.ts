import {
  CoreApp,
  type DataFrame,
  type DataFrameJSON,
  type DataQueryRequest,
  type DataQueryResponse,
  dateTime,
  FieldType,
  type LiveChannelAddress,
  LiveChannelConnectionState,
  type LiveChannelEvent,
  LiveChannelEventType,
  LoadingState,
} from '@grafana/data';
import { setGrafanaLiveSrv } from '@grafana/runtime';
import { type Observable, of, Subject, type Subscription } from 'rxjs';
import { type LiveDeps, queryLive } from '../live/liveQueries';
import type { ModeltraceQuery } from '../types';

type Request = DataQueryRequest<ModeltraceQuery>;

/** When the tests begin, in milliseconds since 1970. */
export const START = Date.UTC(2026, 10, 20, 12);
/** A live query. */
export const traces = { refId: 'A', queryType: 'traces', schemaVersion: 2, live: true } as const;

/** Rows of a list or a stream, as [request id, seconds after the start of the test, model]. */
export type Rows = [id: string, at: number, model?: string][];

function listOf(rows: Rows): DataFrame {
  return {
    name: 'traces',
    length: rows.length,
    meta: { custom: { datasourceUid: 'modeltrace' } },
    fields: [
      { name: 'start_time', type: FieldType.time, config: {}, values: rows.map(([, at]) => START + at * 1000) },
      { name: 'request_id', type: FieldType.string, config: {}, values: rows.map(([id]) => id) },
      { name: 'model', type: FieldType.string, config: {}, values: rows.map(([, , model = 'm']) => model) },
    ],
  };
}

/** A frame of the channel: rows of a run, numbered from `from`. */
export function streamed(run: string, from: number, rows: Rows, notices: string[] = []): DataFrameJSON {
  const [interrupted] = notices;
  const custom = { live: { run, from, to: from + rows.length - 1, ...(interrupted && { interrupted }) } };
  return {
    schema: {
      meta: { custom, notices: notices.map((text) => ({ severity: 'warning' as const, text })) },
      fields: [
        { name: 'start_time', type: FieldType.time, config: {} },
        { name: 'request_id', type: FieldType.string, config: {} },
        { name: 'model', type: FieldType.string, config: {} },
      ],
    },
    data: {
      values: [rows.map(([, at]) => START + at * 1000), rows.map(([id]) => id), rows.map(([, , model = 'm']) => model)],
    },
  };
}

/** A page on which the query runs, with a server that has `stored` and a channel to which the test speaks. */
export class LivePage {
  stored: Rows = [['old', -10]];
  readonly asked: Request[] = [];
  readonly subscribed: LiveChannelAddress[] = [];
  channel = new Subject<LiveChannelEvent>();
  failure: string | undefined;
  last: DataQueryResponse | undefined;
  ended = false;
  private open: Subscription | undefined;

  constructor() {
    const getStream = (address: LiveChannelAddress) => {
      this.subscribed.push(address);
      return this.channel;
    };
    setGrafanaLiveSrv({ getStream } as never);
  }

  readonly deps: LiveDeps = {
    uid: 'modeltrace',
    ask: (request): Observable<DataQueryResponse> => {
      this.asked.push(request);
      return this.failure === undefined
        ? of({ data: [listOf(this.stored)], state: LoadingState.Done })
        : of({ data: [], errors: [{ message: this.failure }], state: LoadingState.Error });
    },
    channelOf: () => Promise.resolve('tail/full/abc'),
    resolve: (query) => ({ ...query, interpolated: true }),
  };

  async watch(query: Partial<ModeltraceQuery> = {}, more: Partial<Request> = {}): Promise<void> {
    const request = {
      targets: [{ ...traces, ...query }],
      range: { from: dateTime(START - 3_600_000), to: dateTime(START), raw: { from: 'now-1h', to: 'now' } },
      requestId: 'Q1',
      scopedVars: {},
      app: CoreApp.Dashboard,
      ...more,
    } as Request;
    this.open = queryLive(request, this.deps).subscribe({
      next: (answer) => {
        this.last = answer;
      },
      complete: () => {
        this.ended = true;
      },
    });
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }

  close(): void {
    this.open?.unsubscribe();
  }

  say(message: DataFrameJSON): void {
    this.channel.next({ type: LiveChannelEventType.Message, message });
  }

  turn(state: LiveChannelConnectionState, message?: DataFrameJSON, error?: string): void {
    this.channel.next({ type: LiveChannelEventType.Status, id: 'x', timestamp: START, state, message, error });
  }

  get frame(): DataFrame {
    return this.last?.data[0] as DataFrame;
  }

  get ids(): string {
    return (this.frame.fields[1]?.values ?? []).join(' ');
  }

  /** Why no new traces come, as panels read it. */
  get trouble(): string | null {
    return (this.frame.meta?.custom as { liveStatus: { trouble: string | null } }).liveStatus.trouble;
  }

  get notices(): string[] {
    return (this.frame.meta?.notices ?? []).map(({ text }) => text);
  }
}
