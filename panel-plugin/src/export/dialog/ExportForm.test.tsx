import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import type { ExportPlan } from '../job/exportCalls';
import { ExportForm } from './ExportForm';

const picking = window as { showSaveFilePicker?: unknown };
const suggested = jest.fn();

beforeEach(() => {
  suggested.mockReset();
  // Chosen by nobody, so nothing begins.
  picking.showSaveFilePicker = (options: unknown) => {
    suggested(options);
    return Promise.reject(new DOMException('closed', 'AbortError'));
  };
});

afterEach(() => {
  delete picking.showSaveFilePicker;
});

function show(plan: Promise<ExportPlan>) {
  const dataSource = { getResource: () => undefined, postResource: () => plan };
  setDataSourceSrv({ get: () => Promise.resolve(dataSource) } as unknown as DataSourceSrv);
  const query = { refId: 'A', queryType: 'traces', datasource: { uid: 'm' } };
  const selected = { query, from: '2026-11-20T00:00:00Z', to: '2026-11-21T00:00:00Z', model: 'con.x' };
  render(
    <ExportForm owner="o" source={{ ref: { uid: 'm' }, scopedVars: undefined }} selected={selected} timeZone="utc" />
  );
  return { user: userEvent.setup(), start: () => screen.getByRole('button', { name: 'Start export' }) };
}

it('a file gets the name that the trace server gives it, which is waited for', async () => {
  let answer: (plan: ExportPlan) => void = () => undefined;
  const { user, start } = show(new Promise((resolve) => (answer = resolve)));
  expect(start()).toBeDisabled();
  answer({ rows: 2, fileName: 'con_x_traces_data.csv', leftOut: [], maxBytes: null });
  expect(await screen.findByText('con_x_traces_data.csv')).toBeInTheDocument();
  await user.click(start());
  expect(suggested).toHaveBeenCalledWith({ suggestedName: 'con_x_traces_data.csv' });
});

it('an export whose plan failed can be tried, and promises no name', async () => {
  const { user, start } = show(Promise.reject(Object.assign(new Error('x'), { status: 504 })));
  await waitFor(() => {
    expect(start()).toBeEnabled();
  });
  expect(screen.queryByText('File')).not.toBeInTheDocument();
  await user.click(start());
  expect(suggested).toHaveBeenCalledWith({ suggestedName: 'export.csv' });
});
