import type { TextBlocks } from '../text/TextBlocks';
import type { RowIndex } from '../text/RowIndex';
import type { Row, Rows } from '../text/Rows';
import type { Folded } from './Folded';
import type { FoldIndex } from './FoldIndex';
import { countBelow, NumberList } from './NumberList';

/** Parts looked at in one step: less than a millisecond of work. */
const PARTS_PER_STEP = 500;

/**
 * The rows of a JSON text without those that folded parts hide. A folded part is the row with its opening sign; the
 * rows after it, up to that with its closing sign, are hidden.
 */
export class FoldedRows implements Rows {
  /** Of each outermost folded part: its row, among the rows that are not hidden. */
  private readonly folds = new NumberList();
  /** Rows hidden by it and those before it. */
  private readonly hidden = new NumberList();
  private next = 0;
  private hiddenCount = 0;

  /** @param version of the text: rows at the end of one that still grows are counted anew with it */
  constructor(
    private readonly rows: RowIndex,
    private readonly text: TextBlocks,
    private readonly index: FoldIndex,
    readonly folded: Folded,
    private readonly version: number
  ) {}

  get rowCount(): number {
    return this.rows.rowCount - this.hiddenCount;
  }

  /** Whether all folded parts have been taken in. */
  get isDone(): boolean {
    return this.next >= this.index.count;
  }

  isOf(text: TextBlocks, version: number): boolean {
    return this.text === text && this.version === version;
  }

  /** Takes in the next folded parts; false when there are none, or when their rows are not yet counted. */
  step(): boolean {
    for (let looked = 0; looked < PARTS_PER_STEP && !this.isDone; looked += 1) {
      const part = this.folded.firstFrom(this.next, this.index.count);
      const isFolded = part < this.index.count && this.folded.has(part) && this.index.isWhole(part);
      if (isFolded && !this.hide(part)) {
        return false;
      }
      this.next = isFolded ? this.index.after(part) : part + 1;
    }
    return !this.isDone;
  }

  row(index: number): Row {
    const foldsBefore = countBelow(index, this.folds.length, (fold) => this.folds.at(fold));
    return this.rows.row(index + this.hiddenUpTo(foldsBefore));
  }

  /** The number of the row that shows this place, or of the folded part that hides it. */
  rowAt(block: number, offset: number): number {
    const row = this.rows.rowAt(block, offset);
    const foldsBefore = countBelow(row, this.folds.length, (fold) => this.folds.at(fold) + this.hiddenUpTo(fold));
    const last = foldsBefore - 1;
    return Math.max(row - this.hiddenUpTo(foldsBefore), last < 0 ? 0 : this.folds.at(last));
  }

  private hide(part: number): boolean {
    const begin = this.text.placeOf(this.index.beginOf(part));
    const end = this.text.placeOf(this.index.endOf(part));
    if (end.block >= this.rows.blockCount) {
      return false;
    }
    const row = this.rows.rowAt(begin.block, begin.offset);
    const rows = this.rows.rowAt(end.block, end.offset) - row;
    this.folds.push(row - this.hiddenCount);
    this.hiddenCount += rows;
    this.hidden.push(this.hiddenCount);
    return true;
  }

  private hiddenUpTo(folds: number): number {
    return folds === 0 ? 0 : this.hidden.at(folds - 1);
  }
}
