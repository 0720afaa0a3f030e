import { useState } from 'react';

/**
 * Whether something that is closed at first is open. It opens by itself whenever a match in it is gone to, and stays as
 * it is left.
 * @param visit changes whenever a match is gone to
 */
export function useRevealed(holdsMatch: boolean, visit: number): [boolean, (isOpen: boolean) => void] {
  const [isOpen, setIsOpen] = useState(false);
  const [revealed, setRevealed] = useState(-1);
  if (holdsMatch && revealed !== visit) {
    setRevealed(visit);
    setIsOpen(true);
  }
  return [isOpen, setIsOpen];
}
