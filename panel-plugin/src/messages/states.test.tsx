import { createDataFrame, FieldType, LoadingState, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel } from '../fixtures/panel';
import { traceSummary, tracesFrame } from '../fixtures/traces';
import { forgetNewestTraces } from './useNewestTrace';

const asking = (answer: (request: DataQueryRequest) => Promise<DataQueryResponse>) =>
  jest.fn<Promise<DataQueryResponse>, [DataQueryRequest]>(answer);

const EMPTY = { data: [tracesFrame([])] };
const NEWEST = { data: [tracesFrame([traceSummary({ start_time: '2026-03-31T13:28:31.000Z' })])] };
const plain = { showToolbar: false, showStrip: false };
const empty = () => panelData({ series: [tracesFrame([])] });

/** A list that is empty in the dashboard's range, and what there is at any time. */
function anyTime(answer: DataQueryResponse) {
  const query = asking(({ targets }) =>
    Promise.resolve('limit' in (targets[0] ?? {}) && targets[0]?.refId === 'A' ? answer : EMPTY)
  );
  answerWith({ query });
  return query;
}

beforeEach(() => {
  preparePage();
  forgetNewestTraces();
});

describe('an empty time range', () => {
  it('says from when the newest trace is and goes there', async () => {
    const query = anyTime(NEWEST);
    const { user } = renderPanel({ data: empty(), options: plain });
    expect(await screen.findByText('The newest is from 2026-03-31 13:28:31.')).toBeInTheDocument();
    expect(query.mock.calls[0]?.[0]).toMatchObject({ targets: [{ sort: 'start_time', order: 'desc', limit: 1 }] });
    await user.click(screen.getByRole('button', { name: 'Go to the newest' }));
    const address = locationService.getSearch();
    const newestMs = Date.parse('2026-03-31T13:28:31.000Z');
    expect(Number(address.get('from'))).toBeLessThan(newestMs);
    expect(Number(address.get('to'))).toBeGreaterThan(newestMs);
  });

  it('looks for the newest trace once, and not again whenever the dashboard is refreshed', async () => {
    const query = anyTime(NEWEST);
    const data = empty();
    const { show } = renderPanel({ data, options: plain });
    await screen.findByText(/The newest is from/);
    show({ data: { ...data, state: LoadingState.Loading } });
    show({ data: { ...empty(), ...(data.request && { request: { ...data.request, requestId: 'Q2' } }) } });
    expect(screen.getByText(/The newest is from/)).toBeInTheDocument();
    expect(query).toHaveBeenCalledTimes(1);
    const filters = [{ key: 'model', operator: '=', value: 'm' }];
    show({ data: { ...empty(), ...(data.request && { request: { ...data.request, requestId: 'Q3', filters } }) } });
    await waitFor(() => {
      expect(query).toHaveBeenCalledTimes(2);
    });
  });

  it('says from when the newest is also when the answer of a moment before has become old, and looks again', async () => {
    const query = anyTime(NEWEST);
    renderPanel({ data: empty(), options: plain });
    await screen.findByText(/The newest is from/);
    cleanup();
    const { show } = renderPanel({ data: empty(), options: plain });
    expect(await screen.findByText(/The newest is from/)).toBeInTheDocument();
    expect(query).toHaveBeenCalledTimes(1);
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 120_000);
    show({ data: empty() });
    expect(screen.getByText(/The newest is from/)).toBeInTheDocument();
    await waitFor(() => {
      expect(query).toHaveBeenCalledTimes(2);
    });
    later.mockRestore();
    expect(screen.getByText(/The newest is from/)).toBeInTheDocument();
  });

  it('offers no way where there is none', async () => {
    anyTime(EMPTY);
    renderPanel({ data: empty(), options: plain });
    expect(await screen.findByText(/There is none at any other time/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('does not promise that there is nothing when looking for it failed', async () => {
    anyTime({ data: [], errors: [{ status: 504 }] });
    renderPanel({ data: empty(), options: plain });
    expect(await screen.findByText('Choose a longer time range or fewer filters.')).toBeInTheDocument();
  });

  it('of Explore, whose range a panel cannot change, only says it', async () => {
    anyTime(NEWEST);
    const data = empty();
    renderPanel({
      data: { ...data, ...(data.request && { request: { ...data.request, app: 'explore' } }) },
      options: plain,
    });
    expect(await screen.findByText(/The newest is from/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Go to the newest' })).not.toBeInTheDocument();
  });
});

describe('nothing that matches', () => {
  it('names what narrows the list and takes each away', async () => {
    anyTime(EMPTY);
    locationService.partial({ 'mt-1-query': 'cost_usd > 9', 'mt-1-search': 'par<i>cel', 'mt-1-model': 'm' });
    const { user } = renderPanel({ data: empty(), options: plain });
    expect(await screen.findByText('No trace matches “par<i>cel”')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'What narrows the list' })).toHaveTextContent(
      'Model: mSearch: par<i>celFilters: cost_usd > 9'
    );
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    expect(locationService.getSearch().get('mt-1-query')).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Clear the search' }));
    expect(locationService.getSearch().get('mt-1-search')).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Show all models' }));
    expect(locationService.getSearch().get('mt-1-model')).toBe('$__all');
  });

  it('says why a wildcard in quotation marks finds nothing', async () => {
    locationService.partial({ 'mt-1-query': 'model = "gpt-4*"' });
    anyTime(EMPTY);
    renderPanel({ data: empty(), options: plain });
    expect(await screen.findByText(/In quotation marks \* and \? are ordinary characters/)).toBeInTheDocument();
  });

  it('says that the dashboard’s own filters narrow it, too', async () => {
    anyTime(EMPTY);
    const data = empty();
    const filters = [{ key: 'model', operator: '=', value: 'm' }];
    renderPanel({ data: { ...data, ...(data.request && { request: { ...data.request, filters } }) }, options: plain });
    expect(await screen.findByText('No trace matches the filters')).toBeInTheDocument();
    expect(screen.getByText('Filters of the dashboard, above the panel')).toBeInTheDocument();
  });
});

describe('a search that stopped before it found anything', () => {
  it('does not say that there is nothing, and goes on', async () => {
    const query = asking(() => Promise.resolve({ data: [tracesFrame([traceSummary({ request_id: 'late' })])] }));
    answerWith({ query });
    const custom = { datasourceUid: 'm', query: {}, continue: 'go-on', searchedBackTo: '2026-11-20T10:00:00Z' };
    const data = panelData({ series: [{ ...tracesFrame([]), meta: { custom } }] });
    const { user } = renderPanel({ data, options: plain });
    expect(screen.getByRole('status')).toHaveTextContent('It has seen everything since 2026-11-20 10:00:00.');
    await user.click(screen.getByRole('button', { name: 'Search on' }));
    expect(await screen.findByText('late')).toBeInTheDocument();
    expect(query.mock.calls[0]?.[0].targets[0]).toMatchObject({ cursor: 'go-on' });
  });
});

describe('a failed query', () => {
  it('can be asked again', async () => {
    answerWith({ query: () => Promise.resolve({ data: [tracesFrame([traceSummary()])] }) });
    const data = panelData({ state: LoadingState.Error, errors: [{ status: 502 }] });
    const { user } = renderPanel({ data, options: plain });
    expect(screen.getByRole('alert')).toHaveTextContent('The trace server cannot be reached');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('req-1')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('gives way to the dashboard’s own next answer', async () => {
    answerWith({ query: () => Promise.resolve({ data: [tracesFrame([traceSummary({ request_id: 'retried' })])] }) });
    const data = panelData({ state: LoadingState.Error, errors: [{ status: 502 }] });
    const { user, show } = renderPanel({ data, options: plain });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('retried');
    const next = panelData({ series: [tracesFrame([traceSummary({ request_id: 'refreshed' })])] });
    show({ data: { ...next, ...(next.request && { request: { ...next.request, requestId: 'Q2' } }) } });
    await waitFor(() => {
      expect(screen.getByText('refreshed')).toBeInTheDocument();
    });
    expect(screen.queryByText('retried')).not.toBeInTheDocument();
  });

  it('that says it only where older versions of Grafana do is one, too', () => {
    renderPanel({ data: panelData({ state: LoadingState.Error, error: { status: 502 } }), options: plain });
    expect(screen.getByRole('alert')).toHaveTextContent('The trace server cannot be reached');
  });

  it('for lack of permission says whom to ask', () => {
    renderPanel({ data: panelData({ state: LoadingState.Error, errors: [{ status: 403 }] }), options: plain });
    expect(screen.getByRole('alert')).toHaveTextContent('You may not see these traces');
    expect(screen.getByRole('alert')).toHaveTextContent('Ask an administrator');
    cleanup();
    const errors = [{ status: 403, message: 'Not for viewers' }];
    renderPanel({ data: panelData({ state: LoadingState.Error, errors }), options: plain });
    expect(screen.getByRole('alert')).toHaveTextContent('Not for viewers. Ask an administrator');
  });
});

it('a table of another data source that lacks fields names them', () => {
  const frame = createDataFrame({ fields: [{ name: 'status', type: FieldType.string, values: ['success'] }] });
  renderPanel({ data: panelData({ series: [frame] }) });
  expect(screen.getByRole('alert')).toHaveTextContent('Missing fields: request_id, start_time.');
});
