import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { DIMENSIONS, MEASURES } from '../contract/constants.gen';
import { isRunnable } from '../query/isRunnable';
import { CHEAT_SHEET, EXAMPLES } from './examples';
import { QueryHelp } from './QueryHelp';

it('an example that is clicked becomes the query', async () => {
  const onClickExample = jest.fn();
  render(<QueryHelp onClickExample={onClickExample} />);
  await userEvent.click(screen.getByRole('button', { name: 'Failed requests' }));
  expect(onClickExample).toHaveBeenCalledWith(expect.objectContaining({ query: 'status = failed' }));
});

it.each(EXAMPLES)('the example "$title" works: it runs, with names the trace server knows', ({ query }) => {
  // Nobody knows a request ID beforehand: that example waits for one in place of failing.
  expect(isRunnable(query)).toBe(query.queryType !== 'trace');
  const measures = query.queryType === 'metrics' ? (query.measures ?? []) : [];
  const groups = query.queryType === 'metrics' ? (query.groupBy ?? []) : [];
  const filters = 'filters' in query ? Object.keys(query.filters ?? {}) : [];
  expect(Object.keys(MEASURES)).toEqual(expect.arrayContaining(measures));
  expect(Object.keys(DIMENSIONS)).toEqual(expect.arrayContaining([...groups, ...filters]));
});

it('every query type that people start from has an example', () => {
  const types = new Set(EXAMPLES.map(({ query }) => query.queryType));
  expect([...types].sort()).toEqual(['annotations', 'heatmap', 'latency', 'metrics', 'replicas', 'trace', 'traces']);
});

it('the query language is shown at a glance', () => {
  render(<QueryHelp onClickExample={jest.fn()} />);
  for (const { written } of CHEAT_SHEET) {
    expect(screen.getByText(written)).toBeInTheDocument();
  }
  expect(screen.getByRole('link', { name: /Documentation/ })).toHaveAttribute(
    'href',
    expect.stringContaining('/plugins/modeltrace-traces-datasource')
  );
});
