import { act, fireEvent, render, screen } from '@testing-library/react';
import React from 'react';
import { SEARCH_PAUSE_MS, SearchField } from './SearchField';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const field = () => screen.getByRole('combobox');
const type = (text: string) => {
  fireEvent.change(field(), { target: { value: text } });
};
const pause = () => {
  act(() => {
    jest.advanceTimersByTime(SEARCH_PAUSE_MS);
  });
};

/** The field with what is searched for, which the test changes as Back or a variable of a dashboard does. */
function show(value: string) {
  const onSearch = jest.fn();
  const element = (searched: string) => (
    <SearchField value={searched} source={null} onSearch={onSearch} onOpenTrace={jest.fn()} />
  );
  const { rerender } = render(element(value));
  return {
    onSearch,
    become: (searched: string) => {
      rerender(element(searched));
    },
  };
}

it('a search that was still being typed does not come back after Back or Clear all', () => {
  const { onSearch, become } = show('old');
  type('parcel');
  become('');
  expect(field()).toHaveValue('');
  pause();
  expect(onSearch).not.toHaveBeenCalled();
});

it('what one types on stays while the search before it arrives late, as with a variable', () => {
  const { onSearch, become } = show('');
  type('par');
  pause();
  expect(onSearch).toHaveBeenLastCalledWith('par');
  type('parcel');
  become('par');
  expect(field()).toHaveValue('parcel');
  pause();
  expect(onSearch).toHaveBeenLastCalledWith('parcel');
});

it('an earlier search of one’s own comes back into the field with Back', () => {
  const { become } = show('');
  type('par');
  pause();
  become('par');
  become('');
  become('par');
  expect(field()).toHaveValue('par');
});
