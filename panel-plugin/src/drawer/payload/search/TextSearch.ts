import type { TextBlocks } from '../text/TextBlocks';
import { lastNotAbove } from '../text/lastNotAbove';
import type { Marks, Match } from './Match';
import type { SteppedSearch } from './SteppedSearch';
import { findMatches, lowerCase } from './findMatches';

/** All places of a text where another text is, found block by block. */
export class TextSearch implements Marks, SteppedSearch {
  private readonly needle: string;
  private readonly matches: Uint32Array[] = [];
  /** Matches before each block. */
  private readonly before: number[] = [];
  private total = 0;

  constructor(
    private readonly text: TextBlocks,
    needle: string
  ) {
    this.needle = lowerCase(needle);
  }

  /** Matches found by now. */
  get count(): number {
    return this.total;
  }

  /**
   * Searches the next block; false when there is none.
   * @param isComplete whether the text has its end; the last block is not searched before
   */
  step(isComplete: boolean): boolean {
    if (this.isDone(isComplete)) {
      return false;
    }
    const next = this.matches.length;
    const found = findMatches(this.text.block(next), this.text.block(next + 1), this.needle);
    this.before.push(this.total);
    this.matches.push(found);
    this.total += found.length;
    return true;
  }

  /** Whether all that can be searched by now has been. */
  isDone(isComplete: boolean): boolean {
    return this.matches.length >= (isComplete ? this.text.count : this.text.sealedCount);
  }

  /** The match of this number, counted from 0. */
  at(index: number): Match | undefined {
    const block = lastNotAbove(this.before, index);
    const start = this.matches[block]?.[index - (this.before[block] ?? 0)];
    return start === undefined || index < 0 ? undefined : { block, start, length: this.needle.length };
  }

  /** Matches that are wholly or partly in [start, end) of a block. */
  within(block: number, start: number, end: number): Match[] {
    const found = this.matches[block];
    if (!found || found.length === 0) {
      return [];
    }
    const length = this.needle.length;
    const matches: Match[] = [];
    for (let index = lastNotAbove(found, start); index < found.length; index += 1) {
      const at = found[index] ?? 0;
      if (at >= end) {
        break;
      }
      if (at + length > start) {
        matches.push({ block, start: at, length });
      }
    }
    return matches;
  }
}
