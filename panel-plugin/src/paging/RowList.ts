import type { ModelKinds, TracePage, TraceRow } from '../frames/TracePage';
import type { TraceField } from '../frames/traceFields';

/** What is left of a page is joined with the next one while both together have no more rows than this. */
const JOINED_ROWS = 1000;

/** Any number of rows in pages, of which none is copied when another page is added. Never changes. */
export class RowList {
  readonly length: number;
  readonly modelKinds: ModelKinds;
  /** Whether rows say where a searched text was found. */
  readonly hasMatches: boolean;
  /** Index of each page's first row. */
  private readonly starts: readonly number[];

  constructor(private readonly pages: readonly TracePage[]) {
    const starts: number[] = [];
    let length = 0;
    for (const page of pages) {
      starts.push(length);
      length += page.length;
    }
    this.starts = starts;
    this.length = length;
    this.hasMatches = pages.some((page) => page.hasMatches);
    this.modelKinds = {
      hosted: pages.some((page) => page.modelKinds.hosted),
      external: pages.some((page) => page.modelKinds.external),
    };
  }

  /** The same object each time. */
  at(index: number): TraceRow | undefined {
    const place = index < 0 || index >= this.length ? -1 : this.pageOf(index);
    return this.pages[place]?.row(index - (this.starts[place] ?? 0));
  }

  get last(): TraceRow | undefined {
    return this.at(this.length - 1);
  }

  /** Index of a request's first row, or -1. Looks at every row when there is none. */
  indexOf(requestId: string): number {
    for (const [place, page] of this.pages.entries()) {
      const index = page.indexOf(requestId);
      if (index >= 0) {
        return index + (this.starts[place] ?? 0);
      }
    }
    return -1;
  }

  /** Whether a page has a column of this name. */
  has(field: TraceField): boolean {
    return this.pages.some((page) => page.has(field));
  }

  with(page: TracePage): RowList {
    return page.length === 0 ? this : new RowList([...this.pages, page]);
  }

  /** Whether the list begins with these very values. */
  startsWith(page: TracePage): boolean {
    return this.pages[0]?.hasSameValues(page) === true;
  }

  /**
   * The list after its beginning was read anew: `head` holds the first rows as they are now, and the rows that come
   * after its last one here are kept. Undefined when they have no row in common, so that some may be missing between.
   * @param mostRows the last pages beyond are left out
   */
  withHead(head: TracePage, mostRows: number): RowList | undefined {
    const lastShared = this.lastIndexIn(head);
    if (lastShared < 0) {
      return this.length === 0 ? new RowList([head]) : undefined;
    }
    const pages = [head, ...this.pagesFrom(lastShared + 1)];
    let length = pages.reduce((sum, page) => sum + page.length, 0);
    while (pages.length > 1 && length - (pages.at(-1)?.length ?? 0) >= mostRows) {
      length -= pages.pop()?.length ?? 0;
    }
    return new RowList(pages);
  }

  /** Rows of a head that was read anew are among the first ones here, however long the list is. */
  private lastIndexIn(head: TracePage): number {
    const ids = new Set(Array.from({ length: head.length }, (_, index) => head.text('request_id', index)));
    for (let index = Math.min(this.length, 2 * head.length + JOINED_ROWS) - 1; index >= 0; index -= 1) {
      if (ids.has(this.at(index)?.requestId ?? '')) {
        return index;
      }
    }
    return -1;
  }

  private pagesFrom(index: number): TracePage[] {
    if (index >= this.length) {
      return [];
    }
    const place = this.pageOf(index);
    const [first, ...rest] = this.pages.slice(place);
    const left = first?.from(index - (this.starts[place] ?? 0));
    const next = rest[0];
    if (left && next && left.length + next.length <= JOINED_ROWS) {
      return [left.with(next), ...rest.slice(1)];
    }
    return left ? [left, ...rest] : [];
  }

  /** Place of the page that holds a row, by halving. */
  private pageOf(index: number): number {
    let low = 0;
    let high = this.pages.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
