import { useEffect, useState, type RefObject } from 'react';

/** How far below the window a payload is already read, so that it is there when one scrolls to it. */
const MARGIN = '200px';

/** Whether an element has been seen by now; where that cannot be known it has. */
export function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setIsSeen] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (isSeen || !element.current) {
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
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element, isSeen]);
  return isSeen;
}
