import { lastNotAbove } from './lastNotAbove';

/** Characters of a block at most: wrapping, searching or colouring one takes about a millisecond. */
export const BLOCK_CHARACTERS = 100_000;

/**
 * A text that grows at its end, in blocks that are cut at line ends where there are any. Only the last block still
 * changes. Many small strings instead of a large one: none has to be copied when the text grows.
 */
export class TextBlocks {
  private readonly sealed: string[] = [];
  private rest = '';
  private sealedLength = 0;
  /** Characters before each sealed block. */
  private readonly before: number[] = [];

  /** Blocks that no longer change. */
  get sealedCount(): number {
    return this.sealed.length;
  }

  /** The blocks, the growing one included. */
  get count(): number {
    return this.sealed.length + (this.rest === '' ? 0 : 1);
  }

  /** Characters (UTF-16 code units). */
  get length(): number {
    return this.sealedLength + this.rest.length;
  }

  block(index: number): string {
    return this.sealed[index] ?? (index === this.sealed.length ? this.rest : '');
  }

  /** Characters before a block. */
  charactersBefore(block: number): number {
    return this.before[block] ?? this.sealedLength;
  }

  /** The block, and the place in it, of a place counted from the beginning. */
  placeOf(place: number): { block: number; offset: number } {
    const block = place >= this.sealedLength ? this.sealed.length : lastNotAbove(this.before, place);
    return { block, offset: place - this.charactersBefore(block) };
  }

  append(text: string): void {
    this.rest += text;
    while (this.rest.length > BLOCK_CHARACTERS) {
      const end = blockEnd(this.rest);
      this.sealed.push(this.rest.slice(0, end));
      this.before.push(this.sealedLength);
      this.sealedLength += end;
      this.rest = this.rest.slice(end);
    }
  }

  /** The whole text; costs as much memory again. */
  whole(): string {
    return this.sealed.join('') + this.rest;
  }
}

/** After a line end in the second half of the block, else not within a surrogate pair or a Windows line end. */
function blockEnd(text: string): number {
  const lineEnd = text.lastIndexOf('\n', BLOCK_CHARACTERS - 1) + 1;
  if (lineEnd > BLOCK_CHARACTERS / 2) {
    return lineEnd;
  }
  return /[\uD800-\uDBFF\r]/.test(text.charAt(BLOCK_CHARACTERS - 1)) ? BLOCK_CHARACTERS - 1 : BLOCK_CHARACTERS;
}
