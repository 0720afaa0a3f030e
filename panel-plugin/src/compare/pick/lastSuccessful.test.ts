import { LoadingState } from '@grafana/data';
import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { panelData } from '../../fixtures/panel';
import { traceDetail, traceSummary, tracesFrame } from '../../fixtures/traces';
import { lastSuccessful } from './lastSuccessful';

function answering(answer: Record<string, unknown>) {
  const query = jest.fn((request: unknown) => Promise.resolve({ asked: request, data: [], ...answer }));
  setDataSourceSrv({ get: () => Promise.resolve({ query }) } as unknown as DataSourceSrv);
  return query;
}

it('a success is found on a dashboard that is filtered by failures, too', async () => {
  const query = answering({ data: [tracesFrame([traceSummary({ request_id: 'req-good' })])] });
  const shown = panelData();
  const filters = [{ key: 'status', operator: '=', value: 'error' }];
  const filtered = { ...shown, request: { ...shown.request, filters } } as typeof shown;
  expect(await lastSuccessful(filtered, traceDetail())).toBe('req-good');
  expect(query.mock.calls[0]?.[0]).toMatchObject({ filters: [] });
});

it('a query that failed as a whole is not taken for no success', async () => {
  answering({ state: LoadingState.Error, error: { message: 'The trace server is busy.' } });
  await expect(lastSuccessful(panelData(), traceDetail())).rejects.toMatchObject({
    message: 'The trace server is busy.',
  });
});
