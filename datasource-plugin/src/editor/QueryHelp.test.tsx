import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { DIMENSIONS, MEASURES } from '../contract/constants.gen';
import { isRunnable } from '../query/isRunnable';
import { EXAMPLES } from './examples';
import { QueryHelp } from './QueryHelp';

it('an example that is clicked becomes the query', async () => {
  const onClickExample = jest.fn();
  render(<QueryHelp onClickExample={onClickExample} />);
  await userEvent.click(screen.getByRole('button', { name: 'Failed requests' }));
  expect(onClickExample).toHaveBeenCalledWith(expect.objectContaining({ filters: { status: ['error', 'timeout'] } }));
});

it.each(EXAMPLES)('the example "$title" works: it runs, with names the trace server knows', ({ query }) => {
  expect(isRunnable(query)).toBe(true);
  const measures = query.queryType === 'metrics' ? (query.measures ?? []) : [];
  const groups = query.queryType === 'metrics' ? (query.groupBy ?? []) : [];
  const filters = 'filters' in query ? Object.keys(query.filters ?? {}) : [];
  expect(Object.keys(MEASURES)).toEqual(expect.arrayContaining(measures));
  expect(Object.keys(DIMENSIONS)).toEqual(expect.arrayContaining([...groups, ...filters]));
});
