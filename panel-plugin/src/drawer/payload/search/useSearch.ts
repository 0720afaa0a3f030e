import { useEffect, useReducer, useState } from 'react';
import { inSlices } from '../../../slices/slices';
import type { SteppedSearch } from './SteppedSearch';

/** Time without typing after which the search begins. */
const TYPING_PAUSE_MS = 120;

export interface SearchState<Search extends SteppedSearch = SteppedSearch> {
  /** Undefined while nothing is searched. */
  search: Search | undefined;
  /** Number of the match that was gone to, counted from 0. */
  index: number;
  /** Changes whenever a match is gone to, be it the one that one was at. */
  visit: number;
  /** Whether matches may still be added. */
  isRunning: boolean;
  /** To the next match, or with -1 to the previous one; from the last to the first and back. */
  go: (step: 1 | -1) => void;
}

/**
 * Search in something that may still grow, in slices.
 * @param subject undefined while there is nothing to search
 * @param begin always the same function
 * @param version changes when the subject has grown
 */
export function useSearch<Subject, Search extends SteppedSearch>(
  subject: Subject | undefined,
  needle: string,
  begin: (subject: Subject, needle: string) => Search,
  version: number,
  isComplete: boolean
): SearchState<Search> {
  const [run, setRun] = useState<{ search: Search; subject: Subject; needle: string }>();
  const [place, setPlace] = useState({ index: 0, visit: 0 });
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    const timer = setTimeout(() => {
      setRun(needle !== '' && subject !== undefined ? { search: begin(subject, needle), subject, needle } : undefined);
      setPlace(({ visit }) => ({ index: 0, visit: visit + 1 }));
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [subject, needle, begin]);

  const search = run?.subject === subject && needle !== '' ? run?.search : undefined;
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
    search,
    index: place.index,
    visit: place.visit,
    isRunning: needle !== '' && (run?.needle !== needle || !isComplete || search?.isDone(isComplete) === false),
    go: (step) => {
      if (count > 0) {
        setPlace({ index: (place.index + step + count) % count, visit: place.visit + 1 });
      }
    },
  };
}
