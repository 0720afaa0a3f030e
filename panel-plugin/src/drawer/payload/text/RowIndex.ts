import type { TextBlocks } from './TextBlocks';
import { lastNotAbove } from './lastNotAbove';
import type { Row, Rows } from './Rows';
import { rowStarts } from './wrapRows';

/** Where the rows of a growing text are, for one width. */
export class RowIndex implements Rows {
  private readonly starts: Uint32Array[] = [];
  /** Rows before each block. */
  private readonly rowsBefore: number[] = [];
  private openLength = 0;
  private rows = 0;

  constructor(
    private readonly text: TextBlocks,
    private readonly columns: number
  ) {}

  get rowCount(): number {
    return this.rows;
  }

  /** Blocks whose rows are counted by now. */
  get blockCount(): number {
    return this.starts.length;
  }

  /** Takes the next block in, or what has been added to the last one; false when there was nothing to do. */
  step(): boolean {
    this.forgetOpenBlock();
    const next = this.starts.length;
    const isOpen = next === this.text.sealedCount;
    if (next >= this.text.count || (isOpen && this.text.block(next).length === this.openLength)) {
      return false;
    }
    const block = this.text.block(next);
    const starts = rowStarts(block, this.columns);
    this.openLength = isOpen ? block.length : 0;
    this.rowsBefore.push(this.rows);
    this.starts.push(starts);
    this.rows += starts.length;
    return true;
  }

  /** The row of this number; an empty one when there is none. */
  row(index: number): Row {
    const block = lastNotAbove(this.rowsBefore, index);
    const starts = this.starts[block];
    const inBlock = index - (this.rowsBefore[block] ?? 0);
    const start = starts?.[inBlock];
    if (starts === undefined || start === undefined) {
      return { block: 0, start: 0, end: 0 };
    }
    const text = this.text.block(block);
    const end = starts[inBlock + 1] ?? text.length;
    return { block, start, end: withoutLineEnd(text, start, end) };
  }

  /** The number of the row that shows this place of the text. */
  rowAt(block: number, offset: number): number {
    const starts = this.starts[block];
    return starts === undefined ? 0 : (this.rowsBefore[block] ?? 0) + lastNotAbove(starts, offset);
  }

  /** The last block is counted anew when it has grown since. */
  private forgetOpenBlock(): void {
    const last = this.starts.length - 1;
    const hasGrown = this.openLength > 0 && this.text.block(last).length !== this.openLength;
    const isSealed = this.openLength > 0 && last < this.text.sealedCount;
    if (hasGrown || isSealed) {
      this.starts.pop();
      this.rows = this.rowsBefore.pop() ?? 0;
      this.openLength = 0;
    }
  }
}

function withoutLineEnd(text: string, start: number, end: number): number {
  let last = end;
  if (last > start && text.charAt(last - 1) === '\n') {
    last -= 1;
    if (last > start && text.charAt(last - 1) === '\r') {
      last -= 1;
    }
  }
  return last;
}
