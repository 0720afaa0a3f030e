import { locationService } from '@grafana/runtime';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel } from '../../fixtures/panel';
import { traceSummary, tracesFrame } from '../../fixtures/traces';
import { TracePage } from '../../frames/TracePage';
import { cellFilters } from './cellFilters';

const ROW = traceSummary({ source: 'night "run"', cost_usd: null });

beforeEach(() => {
  preparePage();
  localStorage.clear();
  answerWith({ query: () => Promise.resolve({ data: [tracesFrame([ROW])] }) });
});

const shown = (queryType = 'traces') =>
  renderPanel({ data: panelData({ series: [tracesFrame([ROW])] }, { queryType }), options: { showToolbar: false } });
const query = () => locationService.getSearch().get('mt-1-query');
const cellOf = (column: string) => document.querySelector<HTMLElement>(`[role=gridcell][data-column=${column}]`)!;
const focus = (column: string) => {
  act(() => {
    cellOf(column).focus();
  });
};

describe('the menu of a cell', () => {
  it('narrows the list to the value by keyboard, and the focus is in the table again', async () => {
    locationService.partial({ 'mt-1-query': 'status = failed OR model = x' });
    const { user } = shown();
    await screen.findByText('req-1');
    focus('source');
    await user.keyboard('{Shift>}{F10}{/Shift}');
    expect(await screen.findByText('Filter for this value')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(query()).toBe('(status = failed OR model = x) AND source = "night \\"run\\""');
    await waitFor(() => {
      expect(cellOf('source')).toHaveFocus();
    });
    expect(screen.queryByText('Filter for this value')).not.toBeInTheDocument();
  });

  it('takes the value out with its letter key, and Escape changes nothing', async () => {
    const { user } = shown();
    focus('status');
    await user.keyboard('f');
    await screen.findByText('Filter out this value');
    await user.keyboard('{Escape}');
    expect(query()).toBeNull();
    await user.keyboard('f');
    await screen.findByText('Filter out this value');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(query()).toBe('status != "success"');
  });

  it('is opened by a button of the cell under the mouse and by the mouse’s own key for menus', async () => {
    const { user } = shown();
    await user.hover(cellOf('duration_ms'));
    fireEvent.click(await screen.findByLabelText('Filter by this Response time'));
    await user.click(await screen.findByText('This value or more'));
    expect(query()).toBe('duration_ms >= "2530"');
    await screen.findByText('req-1');
    expect(fireEvent.contextMenu(cellOf('source'), { clientX: 5, clientY: 5 })).toBe(false);
    await user.click(await screen.findByText('Filter out this value'));
    expect(query()).toBe('duration_ms >= "2530" AND source != "night \\"run\\""');
  });

  it('copies the value that it was opened for, also when a newer trace has taken that row', async () => {
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
    const { user, show } = shown();
    focus('source');
    await user.keyboard('f');
    await screen.findByText('Copy value');
    const newer = traceSummary({ request_id: 'req-2', source: 'day run', start_time: '2030-01-01T00:00:00Z' });
    show({ data: panelData({ series: [tracesFrame([newer, ROW])] }) });
    await screen.findByText('req-2');
    await user.click(screen.getByText('Copy value'));
    await waitFor(async () => {
      expect(await navigator.clipboard.readText()).toBe('night "run"');
    });
  });

  it('leaves whoever filtered all rows away at the words about it, and takes them back to the rows that come again', async () => {
    answerWith({ query: () => Promise.resolve({ data: [tracesFrame([])] }) });
    const { user } = shown();
    await screen.findByText('req-1');
    focus('source');
    await user.keyboard('f');
    await screen.findByText('Filter out this value');
    await user.keyboard('{ArrowDown}{Enter}');
    expect((await screen.findByText('No trace matches the filters')).closest('[role=status]')).toHaveFocus();
    answerWith({ query: () => Promise.resolve({ data: [tracesFrame([ROW])] }) });
    await user.tab();
    await user.keyboard('{Enter}');
    await screen.findByText('req-1');
    await waitFor(() => {
      expect(document.activeElement).toHaveAttribute('role', 'gridcell');
    });
  });

  it('begins at the left edge of a phone, where neither side of the finger has room for it', async () => {
    jest.replaceProperty(window, 'innerWidth', 320);
    shown();
    await screen.findByText('req-1');
    fireEvent.contextMenu(cellOf('source'), { clientX: 200, clientY: 5 });
    const menu = (await screen.findByText('Filter for this value')).closest<HTMLElement>('[style*="left"]');
    expect(parseInt(menu?.style.left ?? '', 10)).toBeLessThan(20);
    jest.restoreAllMocks();
  });

  it('leaves the browser’s own menu where there is nothing to filter by', async () => {
    shown('sql');
    expect(await screen.findByText('req-1')).toBeInTheDocument();
    expect(fireEvent.contextMenu(cellOf('source'), { clientX: 5, clientY: 5 })).toBe(true);
    expect(screen.queryByText('Filter for this value')).not.toBeInTheDocument();
  });
});

it('a value that is not known is asked for as such; previews and times, of which cells show less, are not offered', () => {
  const row = new TracePage(tracesFrame([ROW])).row(0);
  expect(cellFilters(row, 'cost_usd').map(({ condition }) => condition)).toEqual([
    'NOT cost_usd exists',
    'cost_usd exists',
  ]);
  expect(cellFilters(row, 'connection')[0]?.condition).toBe('connection = ""');
  expect(cellFilters(row, 'streamed')[0]?.condition).toBe('streamed = "true"');
  expect(['start_time', 'input_preview', 'tags_preview'].flatMap((id) => cellFilters(row, id as 'start_time'))).toEqual(
    []
  );
});
