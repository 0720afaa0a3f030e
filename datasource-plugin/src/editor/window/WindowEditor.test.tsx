import { render } from '@testing-library/react';
import React from 'react';
import { choose, giveElementsASize } from '../../testing/editing';
import { fakeDataSource, range } from '../../testing/fakes';
import type { ReplicasQuery, WindowQuery } from '../../types';
import { ReplicasEditor } from '../replicas/ReplicasEditor';
import { WindowEditor } from './WindowEditor';

beforeEach(giveElementsASize);
afterEach(() => {
  jest.restoreAllMocks();
});

it('the edge of the window is chosen, which links in alerts need both of', async () => {
  const onChange = jest.fn<undefined, [WindowQuery]>();
  render(<WindowEditor query={{ refId: 'A', schemaVersion: 2, queryType: 'window' }} onChange={onChange} />);
  await choose('Edge', /End/);
  expect(onChange).toHaveBeenCalledWith({ refId: 'A', schemaVersion: 2, queryType: 'window', edge: 'end' });
});

it('one number of the replicas is chosen for an alert, and charts get back all of them', async () => {
  const onChange = jest.fn<undefined, [ReplicasQuery]>();
  const { datasource } = fakeDataSource({}, {});
  const query = { refId: 'A', schemaVersion: 2, queryType: 'replicas' } as const;
  const props = { datasource, range, onChange, onSave: onChange, onRun: jest.fn() };
  const { rerender } = render(<ReplicasEditor query={query} {...props} />);
  await choose('Value', /Share of the maximum/);
  expect(onChange).toHaveBeenLastCalledWith({ ...query, value: 'saturation' });
  rerender(<ReplicasEditor query={{ ...query, value: 'saturation' }} {...props} />);
  await choose('Value', /Replicas and maximum/);
  expect(onChange).toHaveBeenLastCalledWith(query);
});
