import { useEffect } from 'react';

interface DrawerKeys {
  /** Undefined where there is no such trace. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}

/**
 * K and J go to the trace above and below, Escape closes, unless one is typing or the key belongs to a shortcut.
 * Grafana's drawer closes on Escape too, but when it opens its close button has the focus, and that button's tooltip
 * would take the first Escape for itself. A key that did something goes no further: Grafana's own Escape would leave
 * "view panel" at the same time.
 */
export function useDrawerKeys({ onPrevious, onNext, onClose }: DrawerKeys): void {
  useEffect(() => {
    const actions: Partial<Record<string, () => void>> = { k: onPrevious, j: onNext, Escape: onClose };
    const onKeyDown = (event: KeyboardEvent) => {
      const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
      if (action && !isTyping(event.target)) {
        event.stopPropagation();
        action();
      }
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [onPrevious, onNext, onClose]);
}

function isTyping(target: EventTarget | null): boolean {
  const fields = 'input:not([type="radio"]), textarea, [contenteditable="true"]';
  return target instanceof Element && target.closest(fields) !== null;
}
