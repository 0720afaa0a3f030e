import { dateTime, LiveChannelConnectionState, LoadingState } from '@grafana/data';
import { config, setGrafanaLiveSrv } from '@grafana/runtime';
import { LivePage, START, streamed } from '../testing/livePage';

const { Connected, Connecting, Disconnected, Invalid } = LiveChannelConnectionState;
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
  await page.watch();
  page.turn(LiveChannelConnectionState.Pending);
  jest.runOnlyPendingTimers();
  expect(page.notices.join()).toContain('no connection to Grafana Live');
  page.turn(Connected, streamed('run', 1, []));
  jest.runOnlyPendingTimers();
  expect(page.notices).toEqual([]);
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
