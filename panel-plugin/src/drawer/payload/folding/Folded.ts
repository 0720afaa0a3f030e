/** Which parts of a JSON text are folded: some, or all but some. Never changes; the methods give others. */
export class Folded {
  private constructor(
    readonly areAll: boolean,
    private readonly exceptions: ReadonlySet<number>
  ) {}

  static readonly none = new Folded(false, new Set());

  /** All within the outermost, which would hide everything. */
  static readonly all = new Folded(true, new Set());

  get isNone(): boolean {
    return !this.areAll && this.exceptions.size === 0;
  }

  has(part: number): boolean {
    return (this.areAll && part !== 0) !== this.exceptions.has(part);
  }

  toggled(part: number): Folded {
    const exceptions = new Set(this.exceptions);
    if (!exceptions.delete(part)) {
      exceptions.add(part);
    }
    return new Folded(this.areAll, exceptions);
  }

  /** With these unfolded; the same when none of them is folded. */
  without(parts: readonly number[]): Folded {
    const hiding = parts.filter((part) => this.has(part));
    if (hiding.length === 0) {
      return this;
    }
    // Of payloads that are nested a hundred thousand deep there are as many: one copy for all of them.
    const exceptions = new Set(this.exceptions);
    for (const part of hiding) {
      if (!exceptions.delete(part)) {
        exceptions.add(part);
      }
    }
    return new Folded(this.areAll, exceptions);
  }

  /** The one folded at or after this number, as far as is known without asking each; `end` when there is none. */
  firstFrom(part: number, end: number): number {
    if (this.areAll) {
      return Math.min(part, end);
    }
    let first = end;
    for (const candidate of this.exceptions) {
      first = candidate >= part && candidate < first ? candidate : first;
    }
    return first;
  }
}
