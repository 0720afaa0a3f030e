import { useEffect } from 'react';

/** K and J go to the trace above and below, unless one is typing or the key belongs to a shortcut. */
export function useNeighbourKeys(onPrevious: (() => void) | undefined, onNext: (() => void) | undefined): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      if (event.key === 'k') {
        onPrevious?.();
      } else if (event.key === 'j') {
        onNext?.();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [onPrevious, onNext]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type="radio"]), textarea, [contenteditable="true"]') !== null
  );
}
