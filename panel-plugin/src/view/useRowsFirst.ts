import { startTransition, useEffect, useState } from 'react';

/**
 * Whether it is the time of what stands around the rows: at once when there are none yet, else after the frame in which
 * the first rows are painted, in small slices.
 */
export function useRowsFirst(hasRows: boolean): boolean {
  const [isTime, setIsTime] = useState(!hasRows);
  useEffect(() => {
    if (isTime) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        startTransition(() => {
          setIsTime(true);
        });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isTime]);
  return isTime;
}
