import { locationService } from '@grafana/runtime';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel } from '../fixtures/panel';
import { traceSummary, tracesFrame } from '../fixtures/traces';
import { SEARCH_PAUSE_MS } from '../search/SearchField';

beforeEach(() => {
  preparePage();
  answerWith({});
});

const dataOf = (...rows: Parameters<typeof tracesFrame>[0]) => panelData({ series: [tracesFrame(rows)] });

describe('the controls around the rows', () => {
  const search = { name: 'Search traces' };

  it('come by themselves after the rows, which are painted first', async () => {
    renderPanel({ data: dataOf(traceSummary()) });
    expect(screen.getByText('req-1')).toBeInTheDocument();
    expect(screen.queryByRole('combobox', search)).not.toBeInTheDocument();
    expect(await screen.findByRole('combobox', search)).toBeInTheDocument();
  });

  it('are there at once when there are no rows, and stay when some come', () => {
    const { show } = renderPanel({ data: dataOf() });
    const field = screen.getByRole('combobox', search);
    show({ data: dataOf(traceSummary()) });
    expect(screen.getByText('req-1')).toBeInTheDocument();
    expect(screen.getByRole('combobox', search)).toBe(field);
  });
});

describe('the search field', () => {
  const field = () => screen.findByRole('combobox', { name: 'Search traces' });
  const written = () => locationService.getSearch().get('var-search');

  it('searches by itself, under its own parameter, without the dashboard variable', async () => {
    const query = jest.fn(() => Promise.resolve({ data: [tracesFrame([traceSummary({ request_id: 'found' })])] }));
    answerWith({ query });
    const { user } = renderPanel({ data: dataOf(traceSummary()) });
    await user.type(await field(), 'a "b{Enter}');
    expect(await screen.findByText('found')).toBeInTheDocument();
    expect(locationService.getSearch().get('mt-1-search')).toBe('a "b');
    expect(query).toHaveBeenLastCalledWith(
      expect.objectContaining({ targets: [expect.objectContaining({ conditions: ['"a \\"b"'] })] })
    );
  });

  it('writes the variable on Enter, as typed', async () => {
    const { user } = renderPanel({ data: dataOf(traceSummary()), search: '' });
    await user.type(await field(), 'a.b*(c){Enter}');
    await waitFor(() => {
      expect(written()).toBe('a.b*(c)');
    });
  });

  it('writes the variable after a pause, once', async () => {
    renderPanel({ data: dataOf(traceSummary()), search: '' });
    const searched = await field();
    jest.useFakeTimers();
    const partial = jest.spyOn(locationService, 'partial');
    fireEvent.change(searched, { target: { value: 'par' } });
    fireEvent.change(searched, { target: { value: 'parcel' } });
    expect(partial).not.toHaveBeenCalled();
    act(() => {
      jest.advanceTimersByTime(SEARCH_PAUSE_MS);
    });
    expect(partial.mock.calls).toEqual([[{ 'var-search': 'parcel' }, true]]);
    partial.mockRestore();
    jest.useRealTimers();
  });

  it('takes its text from the variable and can be cleared', async () => {
    locationService.partial({ 'var-search': 'parcel' });
    const { user } = renderPanel({ data: dataOf(traceSummary()), search: 'parcel' });
    expect(await field()).toHaveValue('parcel');
    await user.click(screen.getByRole('button', { name: 'Clear the search' }));
    await waitFor(() => {
      expect(written()).toBe('');
    });
  });

  it('does not take the option for a variable when it cannot be the name of one', async () => {
    renderPanel({ data: dataOf(), search: 'parcel', options: { searchVariable: 'not a name' } });
    expect(await field()).toHaveValue('');
  });

  it('is not there for rows of a data source that cannot be searched', async () => {
    renderPanel({ data: panelData({ series: [tracesFrame([traceSummary()])] }, { queryType: 'sql' }) });
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});
