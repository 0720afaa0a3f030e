import { useEffect } from 'react';

interface DrawerKeys {
  /** Undefined where there is no such trace. */
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}

/**
 * K and J go to the trace above and below, Escape closes, unless one is typing, the key belongs to a shortcut, or to a
 * menu or dialog that is open above the drawer. A key that did something goes no further: Grafana's own Escape would
 * leave "view panel" at the same time.
 * @param frameName id of the element that the drawer's frame is named by
 */
export function useDrawerKeys({ onPrevious, onNext, onClose }: DrawerKeys, frameName: string): void {
  useEffect(() => {
    const actions: Partial<Record<string, () => void>> = { k: onPrevious, j: onNext, Escape: onClose };
    const onKeyDown = (event: KeyboardEvent) => {
      const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
      if (action && !isTyping(event.target) && !isInOtherLayer(event.target, frameName)) {
        event.stopPropagation();
        action();
      }
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, [onPrevious, onNext, onClose, frameName]);
}

function isTyping(target: EventTarget | null): boolean {
  const fields = 'input:not([type="radio"]), textarea, [contenteditable="true"]';
  return target instanceof Element && target.closest(fields) !== null;
}

/** Menus, lists and dialogs close on Escape themselves, and so does the button of an open menu. */
function isInOtherLayer(target: EventTarget | null, frameName: string): boolean {
  if (!(target instanceof Element)) {
    return false;
  }
  const layer = target.closest('[role="dialog"], [role="menu"], [role="listbox"]');
  const isOther = layer !== null && layer.getAttribute('aria-labelledby') !== frameName;
  return isOther || target.closest('[aria-haspopup][aria-expanded="true"]') !== null;
}
