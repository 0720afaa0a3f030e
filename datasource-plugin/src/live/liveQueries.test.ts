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
import { config, setGrafanaLiveSrv } from '@grafana/runtime';
import { type Observable, of, Subject, type Subscription } from 'rxjs';
import type { ModeltraceQuery } from '../types';
import { type LiveDeps, queryLive } from './liveQueries';

type Request = DataQueryRequest<ModeltraceQuery>;

const START = Date.UTC(2026, 10, 20, 12);
const traces = { refId: 'A', queryType: 'traces', schemaVersion: 2, live: true } as const;

/** Rows of a list or a stream, as [request id, seconds after the start of the test, model]. */
type Rows = [id: string, at: number, model?: string][];

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

function streamed(run: string, from: number, rows: Rows, notices: string[] = []): DataFrameJSON {
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
class Page {
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

const { Connected, Connecting, Disconnected, Invalid } = LiveChannelConnectionState;
let page: Page;

beforeEach(() => {
  config.liveEnabled = true;
  page = new Page();
});
afterEach(() => {
  page.close();
});

it('shows the list, then new traces at its top, each once', async () => {
  await page.watch();
  expect([page.ids, page.last?.state]).toEqual(['old', LoadingState.Streaming]);
  expect(page.subscribed).toEqual([
    { scope: 'ds', stream: 'modeltrace', path: 'tail/full/abc', data: { ...traces, interpolated: true } },
  ]);
  page.turn(Connected, streamed('run', 1, []));
  page.say(streamed('run', 1, [['a', 1]]));
  page.say(
    streamed('run', 2, [
      ['c', 3],
      ['b', 2],
      ['a', 1, 'corrected'],
    ])
  );
  expect(page.ids).toBe('c b a old');
  expect(page.frame.fields[2]?.values[2]).toBe('corrected');
  expect(page.frame.meta?.custom).toEqual({ datasourceUid: 'modeltrace', liveStatus: { trouble: null } });
});

it('reads the list once more when the stream has begun, so that no trace falls between the two', async () => {
  await page.watch();
  page.stored = [
    ['between', 1],
    ['old', -10],
  ];
  page.turn(Connected, streamed('', 1, []));
  expect(page.asked).toHaveLength(1);
  page.say(streamed('run', 1, []));
  expect(page.ids).toBe('between old');
  page.say(streamed('run', 1, [['a', 2]]));
  expect([page.ids, page.asked.length]).toEqual(['a between old', 2]);
});

it('a short break is made good by the rows that the channel kept', async () => {
  await page.watch();
  page.turn(Connected, streamed('run', 1, [['a', 1]]));
  page.turn(Connecting);
  page.turn(
    Connected,
    streamed('run', 1, [
      ['a', 1],
      ['b', 2],
    ])
  );
  expect([page.ids, page.asked.length]).toEqual(['b a old', 2]);
});

it.each([
  ['the browser was away for longer than the channel keeps rows', streamed('run', 400, [['z', 9]])],
  ['the stream began anew', streamed('other', 1, [['z', 9]])],
])('reads the list again when %s', async (_, frame) => {
  await page.watch();
  page.turn(Connected, streamed('run', 1, [['a', 1]]));
  page.turn(Connecting);
  page.stored = [
    ['missed', 5],
    ['a', 1],
  ];
  page.turn(Connected, frame);
  expect([page.ids, page.asked.length]).toEqual(['z missed a old', 3]);
});

it('a list that could not be read again is said, and is read when the stream goes on', async () => {
  await page.watch();
  page.failure = 'The trace server is shutting down.';
  page.turn(Connected, streamed('run', 1, []));
  expect(page.notices.join()).toContain('Traces may be missing');
  expect(page.notices.join()).toContain('shutting down');
  page.failure = undefined;
  page.stored = [['missed', 1]];
  page.say(streamed('run', 1, [['a', 2]]));
  expect([page.ids, page.notices]).toEqual(['a missed old', []]);
});

it('keeps as many rows as the query allows, and those of the time range', async () => {
  page.stored = [
    ['one', -1],
    ['two', -2],
  ];
  await page.watch({ limit: 2 });
  page.turn(
    Connected,
    streamed('run', 1, [
      ['new', 1],
      ['late', -7200],
    ])
  );
  expect(page.ids).toBe('new one');
  expect(page.frame.meta?.custom).toMatchObject({ datasourceUid: 'modeltrace', limited: true });
});

it('what the channel says of itself is shown until it says otherwise', async () => {
  await page.watch();
  page.turn(Connected, streamed('run', 1, [], ['Live is interrupted.']));
  expect([page.notices, page.trouble]).toEqual([['Live is interrupted.'], 'Live is interrupted.']);
  page.say(streamed('run', 1, []));
  expect([page.notices, page.trouble]).toEqual([[], null]);
});

it('a list that cannot be read is an error and no stream', async () => {
  page.failure = 'The query has a fault.';
  await page.watch();
  expect(page.last?.errors).toEqual([{ message: 'The query has a fault.' }]);
  expect([page.ended, page.subscribed.length]).toEqual([true, 0]);
});

it('says why there is no stream when the back end gives no channel', async () => {
  page.deps.channelOf = () =>
    Promise.reject(
      Object.assign(new Error('400'), { data: { error: { message: 'Only the traces table can be live.' } } })
    );
  await page.watch();
  expect(page.notices).toEqual(['Live is off. Only the traces table can be live.']);
  expect([page.ids, page.last?.state]).toEqual(['old', LoadingState.Done]);
});

it.each([
  [Disconnected, undefined, 'refused'],
  [Invalid, 'no such channel', 'no such channel'],
  [Connecting, 'internal server error', 'internal server error'],
])('says in words that the channel is %s', async (state, error, words) => {
  await page.watch();
  page.turn(state, undefined, error);
  expect(page.notices.join()).toContain(words);
  expect(page.trouble).toContain(words);
  expect(page.ids).toBe('old');
});

it('a websocket that does not open is told', async () => {
  jest.useFakeTimers();
  try {
    await page.watch();
    page.turn(LiveChannelConnectionState.Pending);
    jest.runOnlyPendingTimers();
    expect(page.notices.join()).toContain('no connection to Grafana Live');
    page.turn(Connected, streamed('run', 1, []));
    jest.runOnlyPendingTimers();
    expect(page.notices).toEqual([]);
  } finally {
    jest.useRealTimers();
  }
});

it('leaves the channel when nobody watches any more', async () => {
  await page.watch();
  expect(page.channel.observed).toBe(true);
  page.close();
  expect(page.channel.observed).toBe(false);
});

it.each([
  [
    'the time range ends earlier',
    {},
    { range: { from: dateTime(START), to: dateTime(START), raw: { from: 'now-2h', to: 'now-1h' } } },
    'time range',
  ],
  ['the rows are sorted otherwise', { sort: 'cost_usd' }, {}, 'sorted'],
  ['it is a further page', { cursor: 'x' }, {}, 'part of the list'],
])('asks once and says so when %s', async (_, query, more, words) => {
  await page.watch(query, more);
  expect(page.notices.join()).toContain(words);
  expect(page.trouble).toContain(words);
  expect([page.ended, page.subscribed.length, page.asked.length]).toEqual([true, 0, 1]);
});

it('asks once where Grafana Live is turned off or not there', async () => {
  config.liveEnabled = false;
  await page.watch();
  expect(page.notices.join()).toContain('turned off');
  setGrafanaLiveSrv(undefined as never);
  await page.watch();
  expect(page.notices.join()).toContain('not available');
});

it.each([CoreApp.CloudAlerting, CoreApp.UnifiedAlerting])('is an ordinary query in %s', async (app) => {
  await page.watch({}, { app });
  expect([page.notices, page.subscribed.length, page.asked[0]?.requestId]).toEqual([[], 0, 'Q1']);
});

it('answers the other queries of a panel besides, each request with an id of its own', async () => {
  const other: ModeltraceQuery = { refId: 'B', queryType: 'latency', schemaVersion: 2 };
  await page.watch({}, { targets: [traces, other] });
  page.turn(Connected, streamed('run', 1, []));
  expect(page.asked.map(({ targets }) => targets.map(({ refId }) => refId).join())).toEqual(['B', 'A', 'A']);
  expect(new Set(page.asked.map(({ requestId }) => requestId)).size).toBe(3);
});
