import { render, screen } from '@testing-library/react';
import React from 'react';
import { LoadedText } from './LoadedText';
import { PayloadLoad } from './loading/PayloadLoad';
import type { TextSearch } from './search/TextSearch';
import type { SearchState } from './search/useSearch';

const state: SearchState<TextSearch> = {
  search: undefined,
  index: 0,
  visit: 0,
  isRunning: false,
  go: jest.fn(),
};

const emptyJson = async (hasText: boolean) => {
  const load = new PayloadLoad('', () => undefined);
  await load.start(() => Promise.resolve());
  const props = { load, version: 1, label: 'Input', retry: jest.fn(), preview: '', state };
  render(<LoadedText {...props} hasText={hasText} isJson />);
};

test('JSON of a trace without any payload does not claim that there is a text', async () => {
  await emptyJson(false);
  expect(screen.getByText('Nothing was stored.')).toBeInTheDocument();
});

test('JSON of a trace that has only text says so', async () => {
  await emptyJson(true);
  expect(screen.getByText(/Only text was stored/)).toBeInTheDocument();
});
