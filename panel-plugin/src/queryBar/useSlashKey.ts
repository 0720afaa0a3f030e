import { useEffect, type RefObject } from 'react';

/** Whether keys are text where they go. */
function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/**
 * Calls back when `/` is pressed beside or in the toolbar, or where nothing has the focus. Of several panels the one with the focus
 * is meant, else the first.
 */
export function useSlashKey(toolbar: RefObject<HTMLElement | null>, onSlash: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, defaultPrevented, target } = event;
      const isMeant =
        target === document.body ||
        (target instanceof Node && toolbar.current?.parentElement?.contains(target) === true);
      if (key === '/' && isMeant && !defaultPrevented && !ctrlKey && !metaKey && !altKey && !isTyped(target)) {
        event.preventDefault();
        onSlash();
      }
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [toolbar, onSlash]);
}
