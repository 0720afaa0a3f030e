import { useState, type KeyboardEvent } from 'react';
import { foldAction } from './foldKeys';
import type { Folding } from './Folding';

/** Which of the buttons that fold has the focus, and what it does. */
export interface FoldFocus {
  /** The part whose button has the focus or is about to. Its row is in the page, however far one scrolls. */
  focused: number | undefined;
  onFocus: (part: number) => void;
  onBlur: (part: number) => void;
  onKeyDown: (event: KeyboardEvent, part: number) => void;
}

/**
 * One button of a text is a stop of the Tab key; the arrow keys go from button to button.
 * @param show scrolls to the row of a part
 */
export function useFoldFocus(folding: Folding | undefined, show: (part: number) => void): FoldFocus {
  const [focused, setFocused] = useState<number>();
  return {
    focused: focused !== undefined && folding && focused < folding.index.count ? focused : undefined,
    onFocus: setFocused,
    onBlur: (part) => {
      setFocused((current) => (current === part ? undefined : current));
    },
    onKeyDown: (event, part) => {
      const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const action = folding && isPlain ? foldAction(event.key, part, folding.index, folding.folded) : undefined;
      if (!action) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (action.kind === 'toggle') {
        folding?.toggle(part);
      } else {
        setFocused(action.part);
        show(action.part);
      }
    },
  };
}
