import { useEffect } from 'react';

/**
 * Escape does this and nothing else: Grafana's own Escape would leave "view panel" at the same time. Open lists and menus
 * keep theirs.
 */
export function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isInList =
        event.target instanceof Element && event.target.closest('[role="menu"], [role="listbox"]') !== null;
      if (event.key === 'Escape' && !isInList) {
        event.stopPropagation();
        onEscape();
      }
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [onEscape]);
}
