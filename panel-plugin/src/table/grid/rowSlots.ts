/**
 * Which of the page's row elements shows which row. A row that stays in sight keeps its element, and with it the focus;
 * one that comes into sight takes over the element of one that has left, which is far cheaper than a new one.
 */
export class RowSlots {
  private slots: ReadonlyMap<string, number> = new Map();
  private inPage: readonly number[] = [];

  /** Slots by the names of the rows that are shown now; asking twice for the same rows gives the same. */
  assign(names: readonly string[]): ReadonlyMap<string, number> {
    const kept = new Map<string, number>();
    for (const name of names) {
      const slot = this.slots.get(name);
      if (slot !== undefined) {
        kept.set(name, slot);
      }
    }
    const taken = new Set(kept.values());
    let free = 0;
    for (const name of names) {
      if (!kept.has(name)) {
        while (taken.has(free)) {
          free += 1;
        }
        taken.add(free);
        kept.set(name, free);
      }
    }
    this.slots = kept;
    return kept;
  }

  /**
   * The order in which the elements of the slots stand in the page. Moving one costs the layout of all that is in it, so
   * while one scrolls they stay where they are; at rest they stand as they are read.
   * @param reading the slots of the shown rows, from the first row to the last
   */
  order(reading: readonly number[], isScrolling: boolean): readonly number[] {
    if (isScrolling) {
      const stay = this.inPage.filter((slot) => reading.includes(slot));
      this.inPage = [...stay, ...reading.filter((slot) => !stay.includes(slot))];
    } else {
      this.inPage = reading;
    }
    return this.inPage;
  }
}
