import { applyFieldOverrides, createDataFrame, createTheme, FieldType, LoadingState } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { act, screen, waitFor, within } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel } from '../fixtures/panel';
import { numberedTraces, traceSummary, tracesFrame } from '../fixtures/traces';

beforeEach(() => {
  preparePage();
  answerWith({});
});

const dataOf = (...rows: Parameters<typeof tracesFrame>[0]) => panelData({ series: [tracesFrame(rows)] });
const headers = () => screen.getAllByRole('columnheader').map((header) => header.textContent);
const bodyRows = () => screen.getAllByRole('row').slice(1);
const focusedRow = () => document.activeElement?.closest('[role="row"]');
const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('gridcell')
    .map((cell) => cell.textContent);

describe('the table', () => {
  it('of one model has the nine columns in their order, with the values of a hosted model', () => {
    renderPanel({
      data: panelData({ series: [tracesFrame([traceSummary()])] }, { filters: { model: ['support-bot'] } }),
      timeZone: 'Europe/Berlin',
    });
    expect(headers()).toEqual([
      'Status',
      'Request ID',
      'Response time',
      'Deployment version',
      'Source type',
      'Source',
      'Executed on',
      'Input',
      'Output',
    ]);
    expect(cellsOf(bodyRows()[0]!)).toEqual([
      'Success',
      'req-1',
      '2.53 s',
      'v7',
      'Workflow',
      'triage',
      '2026-11-21 09:00:00',
      'Where is my parcel?',
      'It arrives tomorrow.',
    ]);
  });

  it('of several models says which one a trace is of, until the viewer chooses columns', async () => {
    locationService.replace('/d/traces?mt-1-model=$__all');
    answerWith({ query: () => Promise.resolve({ data: [tracesFrame([traceSummary()])] }) });
    renderPanel({ data: dataOf(traceSummary()) });
    expect(headers().slice(0, 4)).toEqual(['Status', 'Request ID', 'Model', 'Response time']);
    act(() => {
      locationService.partial({ 'mt-1-model': 'support-bot' });
    });
    expect(headers().slice(0, 3)).toEqual(['Status', 'Request ID', 'Response time']);
    act(() => {
      locationService.partial({ 'mt-1-model': '$__all', 'mt-1-columns': 'status.source' });
    });
    expect(headers()).toEqual(['Status', 'Source']);
    await screen.findByText('1 loaded, all there are');
  });

  it('shows the connection instead of the deployment version for external models, and both when both are there', () => {
    const external = traceSummary({ model_type: 'external', connection: 'azure-east', deployment_version: '' });
    const { show } = renderPanel({ data: dataOf(external) });
    expect(headers()).toContain('Connection');
    expect(headers()).not.toContain('Deployment version');
    show({ data: dataOf(external, traceSummary()) });
    expect(headers().slice(4, 6)).toEqual(['Deployment version', 'Connection']);
  });

  it('says each status in words, with timeouts told from errors', () => {
    renderPanel({
      data: dataOf(traceSummary(), traceSummary({ status: 'error' }), traceSummary({ status: 'timeout' })),
    });
    expect(bodyRows().map((row) => cellsOf(row)[0])).toEqual(['Success', 'Error', 'Timeout']);
  });

  it('adds the columns that were chosen in the options of an older panel', () => {
    renderPanel({
      data: dataOf(traceSummary({ cost_usd: null })),
      options: { columns: { model: true, input_tokens: true, cost_usd: true } as unknown as string[] },
    });
    expect(headers().slice(9)).toEqual(['Model', 'Input tokens', 'Cost']);
    expect(cellsOf(bodyRows()[0]!).slice(9)).toEqual(['support-bot', '1,234', '–']);
  });

  it('shows hostile previews as the text they are', () => {
    renderPanel({
      data: dataOf(traceSummary({ input_preview: '<img src=x onerror=alert(1)>\u202ehidden', output_preview: '' })),
    });
    expect(screen.getByText('<img src=x onerror=alert(1)>⟨U+202E⟩hidden')).toBeInTheDocument();
    expect(screen.queryByRole('img', { name: /x/ })).not.toBeInTheDocument();
  });

  it('puts only the rows in sight into the page', () => {
    renderPanel({ data: dataOf(...numberedTraces(1, 500)) });
    expect(bodyRows().length).toBeLessThan(60);
    expect(screen.getByText(/^500 loaded/)).toBeInTheDocument();
  });
});

describe('the keyboard', () => {
  it('moves between rows, opens one, and Escape comes back to it', async () => {
    answerWith({ getResource: () => Promise.reject(new Error('not now')) });
    const { user } = renderPanel({ data: dataOf(...numberedTraces(1, 30)), options: { showToolbar: false } });
    await user.tab();
    expect(focusedRow()).toBe(bodyRows()[0]);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(focusedRow()).toBe(bodyRows()[1]);
    await user.keyboard('{Control>}{End}{/Control}');
    expect(focusedRow()).toBe(bodyRows().at(-1));
    expect(bodyRows().at(-1)).toHaveTextContent('req-30');
    await user.keyboard('{Control>}{Home}{/Control}{ArrowDown}{Enter}');
    expect(locationService.getSearch().get('trace')).toBe('req-2');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(focusedRow()).toBe(bodyRows()[1]);
    });
    expect(locationService.getSearch().get('trace')).toBeNull();
  });

  it('comes back to the row of the trace that was shown last', async () => {
    answerWith({ getResource: () => Promise.reject(new Error('not now')) });
    const { user } = renderPanel({ data: dataOf(...numberedTraces(1, 5)), options: { showToolbar: false } });
    await user.tab();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog');
    await user.keyboard('jj{Escape}');
    await waitFor(() => {
      expect(focusedRow()).toBe(bodyRows()[2]);
    });
  });
});

describe('more rows', () => {
  it('are asked for with the cursor of the last row and appended until the end', async () => {
    const pages = [numberedTraces(11, 10), numberedTraces(21, 3)];
    const query = jest.fn(() => Promise.resolve({ data: [tracesFrame(pages.shift() ?? [])] }));
    answerWith({ query });
    const data = panelData({ series: [tracesFrame(numberedTraces(1, 10))] }, { limit: 10, search: '$search' });
    renderPanel({ data });
    expect(await screen.findByText('23 loaded, all there are')).toBeInTheDocument();
    expect(query.mock.calls).toEqual([
      [expect.objectContaining({ targets: [expect.objectContaining({ cursor: 'cursor-10', search: '$search' })] })],
      [expect.objectContaining({ targets: [expect.objectContaining({ cursor: 'cursor-20' })] })],
    ]);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '24');
  });

  it('are dropped when the dashboard has a new result', async () => {
    answerWith({ query: () => Promise.resolve({ data: [tracesFrame(numberedTraces(3, 1))] }) });
    const { show } = renderPanel({ data: panelData({ series: [tracesFrame(numberedTraces(1, 2))] }, { limit: 2 }) });
    await screen.findByText('3 loaded, all there are');
    show({ data: panelData({ series: [tracesFrame(numberedTraces(50, 1))] }, { limit: 2 }) });
    expect(screen.getByText('1 loaded, all there are')).toBeInTheDocument();
    expect(screen.queryByText('req-3')).not.toBeInTheDocument();
  });

  it('stay when annotations or the alert state arrive, with which Grafana hands the same rows on in new objects', async () => {
    const query = jest.fn(() => Promise.resolve({ data: [tracesFrame(numberedTraces(3, 1))] }));
    answerWith({ query });
    const data = panelData({ series: [tracesFrame(numberedTraces(1, 2))] }, { limit: 2 });
    const { show } = renderPanel({ data });
    await screen.findByText('3 loaded, all there are');
    const series = applyFieldOverrides({
      data: data.series,
      fieldConfig: { defaults: {}, overrides: [] },
      replaceVariables: (text) => text,
      theme: createTheme(),
    });
    show({ data: { ...data, series, annotations: [] } });
    expect(screen.getByText('req-3')).toBeInTheDocument();
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('are asked for anew when a refresh brings the same rows from a cache', async () => {
    const pages = [numberedTraces(3, 1), numberedTraces(4, 1)];
    answerWith({ query: () => Promise.resolve({ data: [tracesFrame(pages.shift() ?? [])] }) });
    const data = panelData({ series: [tracesFrame(numberedTraces(1, 2))] }, { limit: 2 });
    const { show } = renderPanel({ data });
    await screen.findByText('req-3');
    show({ data: { ...data, request: { ...data.request!, requestId: 'Q2' } } });
    expect(await screen.findByText('req-4')).toBeInTheDocument();
    expect(screen.queryByText('req-3')).not.toBeInTheDocument();
  });

  it('stay while a new result is under way', async () => {
    answerWith({ query: () => Promise.resolve({ data: [tracesFrame(numberedTraces(3, 1))] }) });
    const { show } = renderPanel({ data: panelData({ series: [tracesFrame(numberedTraces(1, 2))] }, { limit: 2 }) });
    await screen.findByText('3 loaded, all there are');
    show({ data: panelData({ state: LoadingState.Loading, series: [] }) });
    expect(screen.getByText('req-3')).toBeInTheDocument();
  });

  it('can be asked for again after a failure, which is said in words', async () => {
    const answers = [{ data: [], errors: [{ status: 503 }] }, { data: [tracesFrame(numberedTraces(3, 1))] }];
    answerWith({ query: () => Promise.resolve(answers.shift() ?? { data: [] }) });
    const { user } = renderPanel({ data: panelData({ series: [tracesFrame(numberedTraces(1, 2))] }, { limit: 2 }) });
    expect(await screen.findByText(/2 loaded.*database is starting or down/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('3 loaded, all there are')).toBeInTheDocument();
  });
});

describe('instead of rows', () => {
  it('says that the database is starting or down when the server says so', () => {
    renderPanel({ data: panelData({ state: LoadingState.Error, errors: [{ status: 503, message: 'x' }] }) });
    expect(screen.getByRole('alert')).toHaveTextContent("The trace server's database is starting or down");
  });

  it('names missing fields', () => {
    const frame = createDataFrame({ fields: [{ name: 'status', type: FieldType.string, values: ['success'] }] });
    renderPanel({ data: panelData({ series: [frame] }) });
    expect(screen.getByRole('alert')).toHaveTextContent('Missing fields: request_id, start_time.');
  });

  it('says that it loads', () => {
    renderPanel({ data: panelData({ state: LoadingState.Loading }) });
    expect(screen.getByText('Loading traces…')).toBeInTheDocument();
  });

  it('says that there is no table', () => {
    renderPanel({ data: panelData() });
    expect(screen.getByText('No data')).toBeInTheDocument();
  });

  it('says what nothing matched, or that the time range is empty', () => {
    const { show } = renderPanel({ data: dataOf(), search: 'parcel' });
    expect(screen.getByText('No trace matches “parcel”')).toBeInTheDocument();
    show({ data: dataOf(), search: '' });
    expect(screen.getByText('No traces in this time range')).toBeInTheDocument();
  });

  it('keeps the rows of before when a refresh fails, with the reason', () => {
    const data = { ...dataOf(traceSummary()), state: LoadingState.Error, errors: [{ status: 429 }] };
    renderPanel({ data });
    expect(screen.getByText('req-1')).toBeInTheDocument();
    expect(screen.getByText(/The trace server is busy/)).toBeInTheDocument();
  });
});
