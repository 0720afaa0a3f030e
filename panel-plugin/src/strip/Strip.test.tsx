import { LoadingState, type DataQueryRequest, type DataQueryResponse, type PanelData } from '@grafana/data';
import { config } from '@grafana/runtime';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { metricsFrames } from '../fixtures/metrics';
import { answerWith, panelData, preparePage } from '../fixtures/panel';
import { traceSummary, tracesFrame } from '../fixtures/traces';
import type { ViewStateHandle } from '../state/useViewState';
import { Strip } from './Strip';

const NUMBERS = { requests: 300, failures: 12, failure_rate: 0.04, duration_p99_ms: 1980, duration_samples: 300 };

function asking(...answers: (DataQueryResponse | Promise<DataQueryResponse>)[]) {
  const query = jest.fn<Promise<DataQueryResponse>, [DataQueryRequest]>(() =>
    Promise.resolve(answers.shift() ?? { data: metricsFrames(NUMBERS) })
  );
  answerWith({ query });
  return query;
}

function show(data: PanelData, over: Partial<ViewStateHandle> = {}) {
  const change = jest.fn();
  const state: ViewStateHandle = {
    view: { model: '', search: '', query: '', live: false },
    inVariables: { model: false, search: false },
    change,
    parametersOf: () => ({}),
    ...over,
  };
  const element = (shown: PanelData) => <Strip panelData={shown} state={state} timeZone="utc" />;
  const { rerender } = render(element(data));
  return {
    change,
    user: userEvent.setup(),
    show: (next: PanelData) => {
      rerender(element(next));
    },
  };
}

const strip = () => screen.getByRole('region', { name: 'Numbers of the selection' });
const refreshed = (data: PanelData, requestId: string): PanelData => ({
  ...data,
  ...(data.request && { request: { ...data.request, requestId } }),
});

beforeEach(preparePage);

it('asks for the numbers of the listed traces at once, beside the rows', async () => {
  const query = asking();
  show(
    panelData({ state: LoadingState.Loading }, { query: 'cost_usd > 1', conditions: ['status = failed'], limit: 5 })
  );
  await within(strip()).findByText('300');
  expect(query.mock.calls[0]?.[0]).toMatchObject({
    range: panelData().timeRange,
    targets: [{ queryType: 'metrics', interval: 'none', query: 'cost_usd > 1', conditions: ['status = failed'] }],
  });
});

it('asks again when the dashboard does, and not when it hands the same on in new objects', async () => {
  const query = asking();
  const data = panelData();
  const shown = show(data);
  await within(strip()).findByText('300');
  shown.show({ ...data, annotations: [] });
  expect(query).toHaveBeenCalledTimes(1);
  shown.show(refreshed(data, 'Q2'));
  await waitFor(() => {
    expect(query).toHaveBeenCalledTimes(2);
  });
});

it('keeps the numbers of before until new ones come, and says that they are on their way', async () => {
  asking({ data: metricsFrames(NUMBERS) }, new Promise(() => undefined));
  const data = panelData();
  const shown = show(data);
  await within(strip()).findByText('300');
  expect(strip()).toHaveAttribute('aria-busy', 'false');
  shown.show(refreshed(data, 'Q2'));
  expect(strip()).toHaveTextContent('300');
  expect(strip()).toHaveAttribute('aria-busy', 'true');
});

it('says why there are no numbers, rather than those of another selection, and tries again', async () => {
  asking({ data: metricsFrames(NUMBERS) }, { data: [], errors: [{ status: 503 }] });
  const data = panelData();
  const shown = show(data);
  await within(strip()).findByText('300');
  shown.show(refreshed(data, 'Q2'));
  expect(await screen.findByRole('alert')).toHaveTextContent('database is starting or down');
  expect(screen.queryByText('300')).not.toBeInTheDocument();
  await shown.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await within(strip()).findByText('300')).toBeInTheDocument();
});

it('is asked for again with the rows after both had failed, so one button brings back all', async () => {
  const query = asking({ data: [], errors: [{ status: 502 }] });
  const data = panelData();
  const shown = show({ ...data, state: LoadingState.Error, errors: [{ status: 502 }] });
  await waitFor(() => {
    expect(query).toHaveBeenCalledTimes(1);
  });
  shown.show(data);
  expect(await within(strip()).findByText('300')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

it.each([{ errors: [{ status: 504 }] }, { error: { status: 504 } }, { state: LoadingState.Error }])(
  'a query that failed, however it says so, is not zero requests: %j',
  async (failure) => {
    asking({ data: [], ...failure });
    show(panelData());
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  }
);

it('leads to the failed requests, with the filters that there are', async () => {
  asking();
  const view = { model: '', search: '', query: 'cost_usd > 1', live: false };
  const shown = show(panelData(), { view });
  await shown.user.click(await screen.findByRole('button', { name: /12 failed|Show only the failed requests/ }));
  expect(shown.change).toHaveBeenCalledWith({ query: 'cost_usd > 1 AND status = failed' });
});

it('does not offer to list the failed requests where only failed ones are listed, as after a click on a chart', async () => {
  asking({ data: metricsFrames({ ...NUMBERS, failures: 300, failure_rate: 1 }) });
  show(panelData());
  expect(await within(strip()).findByText('300 failed')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /failed/ })).not.toBeInTheDocument();
});

it('explains a number to those who use a keyboard', async () => {
  asking();
  const { user } = show(panelData());
  await within(strip()).findByText('300');
  screen.getByRole('button', { name: 'How “P99 response time” is made' }).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Exact: interpolated between the two nearest of them.')).toBeInTheDocument();
});

it('tells the total since deployment where a version is chosen', async () => {
  const query = asking({ data: metricsFrames(NUMBERS) }, { data: metricsFrames({ requests: 98_765 }) });
  const custom = { datasourceUid: 'modeltrace', query: { filters: { deployment_version: ['v7'] } } };
  const frame = { ...tracesFrame([traceSummary()]), meta: { custom } };
  const { user } = show(panelData({ series: [frame] }));
  await within(strip()).findByText('300');
  await user.click(screen.getByRole('button', { name: 'How “Total requests” is made' }));
  expect(await screen.findByText('Since this version was deployed: 98,765.')).toBeInTheDocument();
  expect(query.mock.calls[1]?.[0].range.from.toISOString()).toMatch(/^2000/);
});

it('is not there for rows of several queries, of which it could only count one', () => {
  const data = panelData();
  const both = [
    ...(data.request?.targets ?? []),
    { refId: 'B', queryType: 'traces', datasource: { uid: 'modeltrace' } },
  ];
  asking();
  show({ ...data, ...(data.request && { request: { ...data.request, targets: both } }) });
  expect(screen.queryByRole('region')).not.toBeInTheDocument();
});

describe('the numbers of a list that new traces come into', () => {
  /** The list with these rows, of the last two days, followed from `to` on. */
  const live = (...ids: string[]): PanelData => {
    const data = panelData({ state: LoadingState.Streaming }, { live: true });
    return { ...data, series: [tracesFrame(ids.map((request_id) => traceSummary({ request_id })))] };
  };

  beforeEach(() => {
    config.liveEnabled = true;
    jest.useFakeTimers({ now: panelData().timeRange.to.valueOf() + 600_000 });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

  it('are made anew within a second of a change of its rows, for the range that the table has by then', async () => {
    const query = asking({ data: metricsFrames(NUMBERS) }, { data: metricsFrames({ ...NUMBERS, requests: 301 }) });
    const shown = show(live('a'));
    await pass(0);
    expect(strip()).toHaveTextContent('300');
    shown.show(live('b', 'a'));
    await pass(1_000);
    expect(strip()).toHaveTextContent('301');
    const { from, to } = panelData().timeRange;
    const range = query.mock.lastCall?.[0].range;
    expect(range?.from.valueOf()).toBe(from.valueOf() + 601_000);
    expect(range?.to.valueOf()).toBeGreaterThanOrEqual(to.valueOf() + 601_000);
  });

  it('say of which moment they are, and are never dimmed while the next are on their way', async () => {
    asking({ data: metricsFrames(NUMBERS) }, new Promise(() => undefined));
    const shown = show(live('a'));
    await pass(0);
    expect(strip()).toHaveTextContent('as of 00:10:00');
    shown.show(live('b', 'a'));
    await pass(60_000);
    expect(strip()).toHaveTextContent('as of 00:10:00');
    expect(strip()).toHaveAttribute('aria-busy', 'false');
  });

  it('stay as they are for as long as its rows do, as when it is paused', async () => {
    const query = asking();
    const paused = live('a');
    const shown = show(paused);
    await pass(0);
    shown.show({ ...paused });
    await pass(60_000);
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('leave a slow trace server the time for others, and come again for what came meanwhile', async () => {
    const slow = () =>
      new Promise<DataQueryResponse>((resolve) => {
        setTimeout(resolve, 2_000, { data: metricsFrames(NUMBERS) });
      });
    const query = asking(slow(), slow());
    const shown = show(live('a'));
    await pass(1_000);
    shown.show(live('b', 'a'));
    await pass(10_900);
    expect(query).toHaveBeenCalledTimes(1);
    await pass(100);
    expect(query).toHaveBeenCalledTimes(2);
  });

  it('are of the whole range and no more where it ends in the past, in which nothing comes', async () => {
    const query = asking();
    const data = live('a');
    const range = { ...data.timeRange, raw: { from: 'now-3d', to: 'now-1d' } };
    show({ ...data, timeRange: range, ...(data.request && { request: { ...data.request, range } }) });
    await pass(0);
    expect(query.mock.calls[0]?.[0].range).toEqual(range);
    expect(strip()).not.toHaveTextContent('as of');
  });
});
