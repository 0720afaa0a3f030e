import { countBelow, NumberList } from './NumberList';

/**
 * The objects and arrays of a text of JSON that has each of their members on lines of its own, in the order in which
 * they begin. Places are counted in characters from the beginning of that text. What is empty is not among them.
 */
export class FoldIndex {
  private readonly begins = new NumberList();
  /** 0 while the end has not come. */
  private readonly ends = new NumberList();
  private readonly members = new NumberList();
  /** Number of the one around it plus one; 0 for the outermost. */
  private readonly parents = new NumberList();
  private readonly open: number[] = [];

  get count(): number {
    return this.begins.length;
  }

  /** An object or array begins with the sign at this place. */
  begin(place: number): void {
    this.parents.push((this.open.at(-1) ?? -1) + 1);
    this.open.push(this.begins.length);
    this.begins.push(place);
    this.ends.push(0);
    this.members.push(1);
  }

  /** The innermost that is open has another member. */
  next(): void {
    const innermost = this.open.at(-1);
    if (innermost !== undefined) {
      this.members.set(innermost, this.members.at(innermost) + 1);
    }
  }

  /** The innermost that is open ends with the sign at this place. */
  end(place: number, isEmpty: boolean): void {
    const innermost = this.open.pop();
    if (innermost === undefined) {
      return;
    }
    if (isEmpty) {
      [this.begins, this.ends, this.members, this.parents].forEach((list) => {
        list.pop();
      });
    } else {
      this.ends.set(innermost, place);
    }
  }

  /** Whether its end has come: only then it can be folded. */
  isWhole(part: number): boolean {
    return this.ends.at(part) > 0;
  }

  /** Place of its opening sign. */
  beginOf(part: number): number {
    return this.begins.at(part);
  }

  /** Place of its closing sign. */
  endOf(part: number): number {
    return this.ends.at(part);
  }

  memberCount(part: number): number {
    return this.members.at(part);
  }

  parentOf(part: number): number | undefined {
    const parent = this.parents.at(part);
    return parent === 0 ? undefined : parent - 1;
  }

  /** The first that begins after this one has ended; `count` when none does. */
  after(part: number): number {
    return countBelow(this.endOf(part), this.count, (index) => this.begins.at(index));
  }

  /** The last that begins in [start, end). */
  beginningWithin(start: number, end: number): number | undefined {
    const part = countBelow(end, this.count, (index) => this.begins.at(index)) - 1;
    return part >= 0 && this.beginOf(part) >= start ? part : undefined;
  }

  /** Those whose folding hides the text at this place, from the innermost. */
  around(place: number): number[] {
    const around: number[] = [];
    let part: number | undefined = countBelow(place, this.count, (index) => this.begins.at(index)) - 1;
    while (part !== undefined && part >= 0) {
      // The comma after the closing sign is on its line.
      if (this.isWhole(part) && this.endOf(part) + 1 >= place) {
        around.push(part);
      }
      part = this.parentOf(part);
    }
    return around;
  }
}
