import { useCallback, useEffect, useRef, useState, type FocusEvent, type MouseEvent } from 'react';
import { cellOf, type CellElement } from '../grid/cellElements';
import { TIP_ATTRIBUTE } from './tipAttribute';

/** Milliseconds that the mouse rests on a cell before it gets its copy button: less than one notices, more than a sweep. */
const REST_MS = 80;

/** A cell that one looks at, and whether the mouse or the focus is on it. */
export interface HotCell extends CellElement {
  by: 'mouse' | 'focus';
}

interface HotCellHandle {
  hot: HotCell | undefined;
  /** While rows pass under the mouse, one looks at none of them. */
  cool: () => void;
  /** The viewer does not want to see more of it. The same function each time. */
  dismiss: () => void;
  /** For the element around grid and tooltip. */
  watch: {
    onMouseOver: (event: MouseEvent) => void;
    onMouseLeave: () => void;
    onFocus: (event: FocusEvent) => void;
    onBlur: () => void;
  };
}

/** The one cell that gets a copy button and a tooltip, so that the others need not have any. */
export function useHotCell(): HotCellHandle {
  const [hot, setHot] = useState<HotCell>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wait = () => {
    clearTimeout(timer.current);
  };
  useEffect(() => wait, []);
  const coolMouse = () => {
    wait();
    setHot((before) => (before?.by === 'mouse' ? undefined : before));
  };
  const dismiss = useCallback(() => {
    setHot(undefined);
  }, []);
  return {
    hot,
    cool: coolMouse,
    dismiss,
    watch: {
      onMouseOver: ({ target }) => {
        const cell = cellOf(target);
        if (target instanceof Element && target.closest(`[${TIP_ATTRIBUTE}]`)) {
          return;
        }
        wait();
        timer.current = setTimeout(setHot, REST_MS, (before: HotCell | undefined) => {
          const isSame = before?.element === cell?.element;
          return isSame ? before : cell && { ...cell, by: 'mouse' as const };
        });
      },
      onMouseLeave: coolMouse,
      onFocus: ({ target }) => {
        const cell = cellOf(target);
        // A click gives the focus, too, but the mouse shows where one looks.
        if (cell && target.matches(':focus-visible')) {
          wait();
          setHot({ ...cell, by: 'focus' });
        }
      },
      onBlur: () => {
        setHot((before) => (before?.by === 'focus' ? undefined : before));
      },
    },
  };
}
