import { CoreApp, dateTime, LiveChannelConnectionState, LoadingState } from '@grafana/data';
import { config } from '@grafana/runtime';
import { LivePage, START, streamed, traces } from '../testing/livePage';
import type { ModeltraceQuery } from '../types';

const { Connected, Connecting } = LiveChannelConnectionState;
let page: LivePage;

beforeEach(() => {
  config.liveEnabled = true;
  jest.useFakeTimers({ now: START });
  page = new LivePage();
});
afterEach(() => {
  page.close();
  jest.useRealTimers();
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

it('what a panel adds to its query goes to the list and to the channel as it stands', async () => {
  const conditions = ['input contains "$model"', 'a = 1 OR b = 2'];
  await page.watch({ conditions });
  expect(page.asked[0]?.targets[0]).toMatchObject({ conditions });
  expect(page.subscribed[0]?.data).toMatchObject({ conditions, interpolated: true });
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

it('begins with what came between the opening of the page and the moment at which the panel was made live', async () => {
  jest.setSystemTime(START + 600_000);
  await page.watch();
  const { from, to } = page.asked[0]?.range ?? {};
  expect(to?.valueOf()).toBeGreaterThanOrEqual(START + 600_000);
  expect(from?.valueOf()).toBe(START - 3_000_000);
});

it('keeps all rows of today, whose end is yet to come', async () => {
  const [from, to] = [dateTime(START - 43_200_000), dateTime(START + 43_200_000)];
  page.stored = [['at midnight', -43_200]];
  await page.watch({}, { range: { from, to, raw: { from: 'now/d', to: 'now/d' } } });
  jest.setSystemTime(START + 600_000);
  page.turn(Connected, streamed('run', 1, [['new', 600]]));
  expect(page.ids).toBe('new at midnight');
});

it('leaves the channel when nobody watches any more', async () => {
  await page.watch();
  expect(page.channel.observed).toBe(true);
  page.close();
  expect(page.channel.observed).toBe(false);
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
