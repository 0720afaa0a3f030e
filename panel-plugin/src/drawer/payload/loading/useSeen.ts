import { useEffect, useState } from 'react';

/** How far below the window a payload is already read, so that it is there when one scrolls to it. */
const MARGIN = '200px';

/**
 * Whether an element has been seen by now; where that cannot be known it has.
 * @param element null while it is not in the page
 */
export function useSeen(element: HTMLElement | null): boolean {
  const [isSeen, setIsSeen] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (isSeen || !element) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          setIsSeen(true);
        }
      },
      { rootMargin: MARGIN }
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [element, isSeen]);
  return isSeen;
}
