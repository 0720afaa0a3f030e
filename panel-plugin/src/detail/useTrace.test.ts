import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { renderHook, waitFor } from '@testing-library/react';
import { traceDetail } from '../fixtures/traces';
import type { PanelSource } from '../source/panelSource';
import { useTrace } from './useTrace';

const source = (uid: string): PanelSource => ({ ref: { uid }, scopedVars: undefined });

it('a trace of one data source is never shown as the one with the same id of another', async () => {
  setDataSourceSrv({
    get: ({ uid }: { uid: string }) =>
      Promise.resolve({ getResource: () => Promise.resolve(traceDetail({ request_id: 'r', model: uid })) }),
  } as unknown as DataSourceSrv);
  const [staging, production] = [source('staging'), source('production')];
  const { result, rerender } = renderHook(({ of }) => useTrace(of, 'r'), { initialProps: { of: staging } });
  await waitFor(() => {
    expect(result.current).toMatchObject({ kind: 'loaded', trace: { model: 'staging' } });
  });
  rerender({ of: production });
  expect(result.current.kind).toBe('loading');
  await waitFor(() => {
    expect(result.current).toMatchObject({ kind: 'loaded', trace: { model: 'production' } });
  });
});
