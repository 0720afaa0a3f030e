import { LoadingState, type DataQueryRequest, type DataQueryResponse, type PanelData } from '@grafana/data';
import { locationService, setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { screen, waitFor } from '@testing-library/react';
import { panelData, preparePage, renderPanel } from '../fixtures/panel';
import { numberedTraces, traceDetail, tracesFrame } from '../fixtures/traces';

const { timeRange } = panelData();
const query = { refId: 'B', queryType: 'traces', schemaVersion: 2, limit: 2, search: '$name', interpolated: true };

/** What Explore hands to the panel: no request. */
function exploreData(from: number, count: number, custom?: Record<string, unknown>): PanelData {
  const frame = { ...tracesFrame(numberedTraces(from, count)), refId: 'B' };
  return { state: LoadingState.Done, timeRange, series: [custom ? { ...frame, meta: { custom } } : frame] };
}

/** One data source, found by its uid only. */
function onlyDataSource(uid: string, dataSource: object): void {
  const get = (ref?: { uid?: string } | string | null) =>
    typeof ref === 'object' && ref?.uid === uid ? Promise.resolve(dataSource) : Promise.reject(new Error('no such'));
  setDataSourceSrv({ get } as unknown as DataSourceSrv);
}

beforeEach(preparePage);

describe('in Explore', () => {
  it('a click opens the trace, asked of the data source that the rows came from', async () => {
    const getResource = jest.fn(() => Promise.resolve(traceDetail({ request_id: 'req-2' })));
    onlyDataSource('modeltrace-eu', { getResource });
    const { user } = renderPanel({ data: exploreData(1, 2, { datasourceUid: 'modeltrace-eu', query }) });
    await user.click(screen.getByText('req-2'));
    expect(await screen.findByRole('region', { name: 'Metadata' })).toBeInTheDocument();
    expect(getResource).toHaveBeenCalledWith(
      'trace',
      { request_id: 'req-2', payload: 'preview' },
      { showErrorAlert: false }
    );
  });

  it('older rows are loaded with the query that filled the panel, for the same time range', async () => {
    const ask = jest.fn<Promise<DataQueryResponse>, [DataQueryRequest]>(() =>
      Promise.resolve({ data: [tracesFrame(numberedTraces(3, 1))] })
    );
    onlyDataSource('modeltrace-eu', { query: ask });
    renderPanel({ data: exploreData(1, 2, { datasourceUid: 'modeltrace-eu', query }) });
    expect(await screen.findByText('3 loaded, all there are')).toBeInTheDocument();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(ask.mock.calls[0]?.[0]).toMatchObject({
      range: timeRange,
      targets: [{ ...query, datasource: { uid: 'modeltrace-eu' }, cursor: 'cursor-2' }],
    });
  });

  it('two panels with the same query do not cancel the pages of each other', async () => {
    const ask = jest.fn<Promise<DataQueryResponse>, [DataQueryRequest]>(() =>
      Promise.resolve({ data: [tracesFrame(numberedTraces(3, 1))] })
    );
    onlyDataSource('modeltrace-eu', { query: ask });
    const data = exploreData(1, 2, { datasourceUid: 'modeltrace-eu', query });
    renderPanel({ data, copies: 2 });
    await waitFor(() => {
      expect(screen.getAllByText('3 loaded, all there are')).toHaveLength(2);
    });
    expect(new Set(ask.mock.calls.map(([request]) => request.requestId)).size).toBe(2);
  });

  it('rows of a data source that says nothing of itself are one page, and a click says why there is no trace', async () => {
    onlyDataSource('modeltrace-eu', {});
    const { user } = renderPanel({ data: exploreData(1, 2) });
    expect(screen.getByText('2 loaded')).toBeInTheDocument();
    await user.click(screen.getByText('req-1'));
    expect(await screen.findByText(/Use a Modeltrace data source/)).toBeInTheDocument();
    expect(locationService.getSearch().get('trace')).toBe('req-1');
  });
});
