import { LoadingState } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { act, screen, waitFor, within } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel } from '../fixtures/panel';
import { numberedTraces, traceSummary, tracesFrame } from '../fixtures/traces';

beforeEach(() => {
  preparePage();
  localStorage.clear();
  answerWith({ query: () => Promise.resolve({ data: [] }) });
  Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
});

const dataOf = (...rows: Parameters<typeof tracesFrame>[0]) => panelData({ series: [tracesFrame(rows)] });
const shown = (rows: Parameters<typeof tracesFrame>[0], over = {}) =>
  renderPanel({ data: dataOf(...rows), options: { showToolbar: false, showStrip: false, ...over } });
const header = (name: string) => screen.getByRole('columnheader', { name });
const headers = () => screen.getAllByRole('columnheader').map((cell) => cell.textContent);
const bodyRows = () => screen.getAllByRole('row').slice(1);
const cell = (row: number, column: number) => within(bodyRows()[row]!).getAllByRole('gridcell')[column]!;
const inAddress = (key: string) => locationService.getSearch().get(`mt-1-${key}`);

describe('the keyboard in the table', () => {
  it('moves from cell to cell, to the ends of rows and of the list, and into the header', async () => {
    const { user } = shown(numberedTraces(1, 30));
    await user.tab();
    expect(cell(0, 0)).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(cell(1, 1)).toHaveFocus();
    await user.keyboard('{End}');
    expect(cell(1, 9)).toHaveFocus();
    await user.keyboard('{Control>}{End}{/Control}');
    expect(document.activeElement).toHaveTextContent('answer 30');
    await user.keyboard('{Control>}{Home}{/Control}{ArrowUp}');
    expect(header('Status')).toHaveFocus();
  });

  it('has one cell in the tab order, so that Tab leaves the table', async () => {
    const { user } = shown(numberedTraces(1, 5));
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.querySelectorAll('[role="grid"] [tabindex="0"]')).toHaveLength(1);
  });

  it('copies the whole value of the focused cell, of which less is shown', async () => {
    const text = 'long '.repeat(200);
    const { user } = shown([traceSummary({ request_id: 'req-1', input_preview: text })]);
    await user.tab();
    await user.keyboard('{End}{ArrowLeft}c');
    expect(await screen.findByText('Input copied')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe(text);
  });

  it('makes a column wider and moves it, which the address and the next visit keep', async () => {
    const first = shown(numberedTraces(1, 2));
    await first.user.tab();
    await first.user.keyboard('{ArrowUp}{ArrowRight}{Alt>}{ArrowLeft}{/Alt}');
    expect(headers().slice(0, 2)).toEqual(['Request ID', 'Status']);
    expect(header('Request ID')).toHaveFocus();
    await first.user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(inAddress('columns')).toMatch(/^request_id-\d+\.status\./);
    first.unmount();

    locationService.replace('/d/traces');
    shown(numberedTraces(1, 2));
    expect(headers().slice(0, 2)).toEqual(['Request ID', 'Status']);
    await waitFor(() => {
      expect(inAddress('columns')).toMatch(/^request_id-\d+\.status\./);
    });
  });
});

describe('the columns', () => {
  it('are those of the address before those of the last visit', () => {
    localStorage.setItem('modeltrace-traces-panel.table./d/traces.1', JSON.stringify({ columns: 'status.source' }));
    locationService.replace('/d/traces?mt-1-columns=model.status');
    shown(numberedTraces(1, 2));
    expect(headers()).toEqual(['Model', 'Status']);
  });

  it('are those that the dashboard has, in their order', () => {
    shown(numberedTraces(1, 2), { columns: ['cost_usd', 'status'] });
    expect(headers()).toEqual(['Cost', 'Status']);
  });
});

describe('sorting', () => {
  it('is asked of the data source by a click or a key on a header, and said to screen readers', async () => {
    const query = jest.fn(() => Promise.resolve({ data: [tracesFrame(numberedTraces(50, 1))] }));
    answerWith({ query });
    const { user } = shown(numberedTraces(1, 2));
    expect(header('Executed on')).toHaveAttribute('aria-sort', 'descending');
    await user.click(header('Response time'));
    expect(await screen.findByText('req-50')).toBeInTheDocument();
    expect(query).toHaveBeenLastCalledWith(
      expect.objectContaining({ targets: [expect.objectContaining({ sort: 'duration_ms', order: 'desc' })] })
    );
    expect(header('Response time')).toHaveAttribute('aria-sort', 'descending');
    expect([inAddress('sort'), inAddress('order')]).toEqual(['duration_ms', 'desc']);
    await user.click(header('Response time'));
    expect(header('Response time')).toHaveAttribute('aria-sort', 'ascending');
    await user.click(header('Response time'));
    expect(inAddress('sort')).toBeNull();
    expect(header('Executed on')).toHaveAttribute('aria-sort', 'descending');
  });

  it('is not offered for columns without an order, nor for rows of other data sources', async () => {
    const { user, show } = shown(numberedTraces(1, 2));
    expect(header('Input')).not.toHaveAttribute('aria-sort');
    show({ data: panelData({ series: [tracesFrame(numberedTraces(1, 2))] }, { queryType: 'sql' }) });
    expect(header('Response time')).not.toHaveAttribute('aria-sort');
    await user.click(header('Response time'));
    expect(inAddress('sort')).toBeNull();
  });

  it('is off while new traces come in live', async () => {
    locationService.replace('/d/traces?mt-1-live=1');
    answerWith({ query: () => Promise.resolve({ data: [tracesFrame(numberedTraces(1, 2))] }) });
    const { user } = shown(numberedTraces(1, 2));
    await user.click(await screen.findByRole('columnheader', { name: 'Response time' }));
    expect(inAddress('sort')).toBeNull();
  });
});

describe('new traces', () => {
  const live = (from: number, count: number) => ({
    ...dataOf(...numberedTraces(from, count)),
    state: LoadingState.Streaming,
  });

  it('come in front while the focus stays on the trace that one reads', async () => {
    const { user, show } = renderPanel({ data: live(5, 40), options: { showToolbar: false, showStrip: false } });
    await user.tab();
    await user.keyboard('{ArrowDown}');
    show({ data: live(3, 40) });
    expect(bodyRows()[0]).toHaveTextContent('req-3');
    expect(document.activeElement?.closest('[role="row"]')).toHaveTextContent('req-6');
  });

  it('do not move the rows that one reads further below, and say how many there are', async () => {
    const { user, show } = renderPanel({ data: live(50, 90), options: { showToolbar: false, showStrip: false } });
    const grid = screen.getByRole('grid');
    act(() => {
      grid.scrollTop = 360;
      grid.dispatchEvent(new Event('scroll'));
    });
    show({ data: live(47, 90) });
    expect(grid.scrollTop).toBe(360 + 3 * 36);
    const button = await screen.findByRole('button', { name: '3 new' });
    Element.prototype.scrollTo = function scrollTo(this: Element) {
      this.scrollTop = 0;
    };
    await user.click(button);
    expect(screen.queryByRole('button', { name: '3 new' })).not.toBeInTheDocument();
    expect(grid.scrollTop).toBe(0);
  });
});
