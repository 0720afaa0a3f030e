import { useState } from 'react';
import { useIndexOfMatch } from './ChatSearchContext';

interface Stretch<Item> {
  shown: readonly Item[];
  /** How many are left out before and after it. */
  before: number;
  after: number;
  showEarlier: () => void;
  showMore: () => void;
}

/**
 * The stretch of a long list that is in the page: its beginning, as far as was asked for, or what is around the match
 * that was gone to. What lies between the two, which may be a million parts, is not put into the page.
 */
export function useStretch<Item extends object>(items: readonly Item[], step: number): Stretch<Item> {
  const [{ first, end }, setStretch] = useState({ first: 0, end: step });
  const { index, visit } = useIndexOfMatch(items);
  const [revealed, setRevealed] = useState(-1);
  if (index >= 0 && revealed !== visit) {
    setRevealed(visit);
    if (index < first || index >= end) {
      const start = Math.max(0, index - Math.floor(step / 2));
      setStretch({ first: start, end: start + step });
    }
  }
  return {
    shown: items.slice(first, end),
    before: first,
    after: Math.max(0, items.length - end),
    showEarlier: () => {
      setStretch({ first: Math.max(0, first - step), end });
    },
    showMore: () => {
      setStretch({ first, end: end + step });
    },
  };
}
