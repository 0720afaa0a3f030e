import type { Folded } from './Folded';
import type { FoldIndex } from './FoldIndex';

/** What a key does at the button of an object or array: it folds or unfolds it, or goes to the button of another. */
type FoldAction = { kind: 'toggle' } | { kind: 'go'; part: number };

/**
 * As in a tree: up and down go through what is shown, right unfolds or goes in, left folds or goes out, Home and End go
 * to the first and the last. Undefined for other keys, and where there is nothing to go to.
 */
export function foldAction(key: string, part: number, index: FoldIndex, folded: Folded): FoldAction | undefined {
  const isFolded = folded.has(part);
  switch (key) {
    case 'ArrowDown':
      return go(shownAfter(part, index, folded));
    case 'ArrowUp':
      return go(shownBefore(part, index, folded));
    case 'ArrowRight':
      return isFolded ? { kind: 'toggle' } : go(firstWithin(part, index));
    case 'ArrowLeft':
      return isFolded ? go(index.parentOf(part)) : { kind: 'toggle' };
    case 'Home':
      return go(0);
    case 'End':
      return go(shownBefore(index.count, index, folded));
    default:
      return undefined;
  }
}

function go(part: number | undefined): FoldAction | undefined {
  return part === undefined ? undefined : { kind: 'go', part };
}

function shownAfter(part: number, index: FoldIndex, folded: Folded): number | undefined {
  const after = folded.has(part) ? index.after(part) : part + 1;
  return after < index.count ? after : undefined;
}

/** The one before, or the outermost folded one that hides it. */
function shownBefore(part: number, index: FoldIndex, folded: Folded): number | undefined {
  let shown: number | undefined = part > 0 ? part - 1 : undefined;
  for (let around = shown; around !== undefined; around = index.parentOf(around)) {
    shown = folded.has(around) ? around : shown;
  }
  return shown;
}

function firstWithin(part: number, index: FoldIndex): number | undefined {
  return part + 1 < index.count && index.parentOf(part + 1) === part ? part + 1 : undefined;
}
