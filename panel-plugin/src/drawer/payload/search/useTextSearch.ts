import { useEffect, useReducer, useState } from 'react';
import { inSlices } from '../loading/slices';
import type { TextBlocks } from '../text/TextBlocks';
import { TextSearch, type Match } from './TextSearch';

/** Time without typing after which the search begins. */
const TYPING_PAUSE_MS = 120;

export interface SearchState {
  needle: string;
  setNeedle: (needle: string) => void;
  /** Undefined while nothing is searched. */
  search: TextSearch | undefined;
  current: Match | undefined;
  /** Number of the current match, counted from 1; 0 while there is none. */
  position: number;
  /** Whether matches may still be added. */
  isRunning: boolean;
  /** To the next match, or with -1 to the previous one; from the last to the first and back. */
  go: (step: 1 | -1) => void;
}

/**
 * Search in a growing text, in slices.
 * @param version changes when the text has grown
 */
export function useTextSearch(text: TextBlocks | undefined, version: number, isComplete: boolean): SearchState {
  const [needle, setNeedle] = useState('');
  const [run, setRun] = useState<{ search: TextSearch; text: TextBlocks; needle: string }>();
  const [index, setIndex] = useState(0);
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    const timer = setTimeout(() => {
      setRun(needle !== '' && text ? { search: new TextSearch(text, needle), text, needle } : undefined);
      setIndex(0);
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text, needle]);

  const search = run?.text === text && needle !== '' ? run?.search : undefined;
  useEffect(() => {
    const controller = new AbortController();
    if (search) {
      void inSlices(() => search.step(isComplete), controller.signal, redraw);
    }
    return () => {
      controller.abort();
    };
  }, [search, version, isComplete]);

  const count = search?.count ?? 0;
  return {
    needle,
    setNeedle,
    search,
    current: search?.at(index),
    position: count === 0 ? 0 : index + 1,
    isRunning: needle !== '' && (run?.needle !== needle || !isComplete || search?.isDone(isComplete) === false),
    go: (step) => {
      if (count > 0) {
        setIndex((index + step + count) % count);
      }
    },
  };
}
