import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

/** What takes the focus: the cell of the table that is in the tab order, or the message that stands in its place. */
const TAKES_FOCUS = '[role="gridcell"][tabindex="0"], [role="status"][tabindex="-1"], [role="alert"][tabindex="-1"]';

interface KeptFocus {
  onFocus: (event: FocusEvent) => void;
  onBlur: (event: FocusEvent) => void;
}

/**
 * Gives the focus to what comes instead of what had it, such as the message in place of rows that a filter has taken
 * away, and the rows that come again. Browsers give it to the page, whose beginning is far from here.
 * @param box around all that comes and goes
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>): KeptFocus {
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const giveBack = (): boolean => {
      const isLost = focused.current?.isConnected === false && document.activeElement === document.body;
      const taker = isLost ? box.current?.querySelector<HTMLElement>(TAKES_FOCUS) : undefined;
      taker?.focus({ preventScroll: true });
      return !isLost || Boolean(taker);
    };
    if (giveBack()) {
      return undefined;
    }
    // Rows are drawn once there is room measured for them.
    const frame = requestAnimationFrame(giveBack);
    return () => {
      cancelAnimationFrame(frame);
    };
  });
  return {
    onFocus: ({ target }) => {
      focused.current = target;
    },
    // To nothing it goes also when what has it is taken away.
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget !== null) {
        focused.current = null;
      }
    },
  };
}
