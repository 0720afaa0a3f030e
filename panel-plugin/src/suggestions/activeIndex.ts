/**
 * Which of a list's items is active after a key: arrows go around through "none" (-1), where the text itself is meant.
 * Undefined for keys that do not move.
 */
export function activeIndexAfter(key: string, active: number, count: number): number | undefined {
  if (count === 0) {
    return undefined;
  }
  switch (key) {
    case 'ArrowDown':
      return active + 1 >= count ? -1 : active + 1;
    case 'ArrowUp':
      return active < 0 ? count - 1 : active - 1;
    default:
      return undefined;
  }
}
