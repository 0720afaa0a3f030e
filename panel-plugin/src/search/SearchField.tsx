import { FilterInput } from '@grafana/ui';
import React, { useEffect, useRef, useState } from 'react';
import { LIMITS } from '../contract/constants.gen';
import { words } from '../words';

/** Milliseconds without a key press after which the search is made. */
export const SEARCH_PAUSE_MS = 600;

interface Props {
  /** What is being searched for now. */
  value: string;
  onSearch: (text: string) => void;
}

/** Searches on Enter, on clearing, and after a short pause. */
export function SearchField({ value, onSearch }: Props) {
  const [text, setText] = useState(value);
  const [seenValue, setSeenValue] = useState(value);
  if (value !== seenValue) {
    setSeenValue(value);
    setText(value);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    []
  );

  const searchAfter = (next: string, pauseMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (next !== value) {
        onSearch(next);
      }
    }, pauseMs);
  };
  const change = (next: string) => {
    setText(next);
    searchAfter(next, next === '' ? 0 : SEARCH_PAUSE_MS);
  };

  return (
    <FilterInput
      aria-label={words.search.label}
      placeholder={words.search.placeholder}
      escapeRegex={false}
      maxLength={LIMITS.SearchText.maxLength}
      value={text}
      onChange={change}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          searchAfter(text, 0);
        }
      }}
    />
  );
}
