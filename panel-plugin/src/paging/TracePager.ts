import type { Observable, Subscription } from 'rxjs';
import type { SearchStop } from '../frames/searchStop';
import type { TracePage } from '../frames/TracePage';
import { RowList } from './RowList';

/** Older rows are not loaded beyond this many, so that a tab left scrolling does not run out of memory. */
export const MAX_LOADED_ROWS = 100_000;

/** Where the pages after the first come from. */
export interface PageSource {
  /** Rows asked for per page; a page with fewer is the last, unless its search stopped early. */
  limit: number;
  /** The page after the row with this cursor. Fails with what the data source failed with. */
  fetch: (cursor: string) => Observable<TracePage>;
}

/**
 * `more`: another page can be asked for; `end`: the last row is loaded; `full`: MAX_LOADED_ROWS are; `stopped`: the
 * search used up its time and goes on when told to; `cut`: there may be more rows, but the last has no cursor.
 */
type PagingState = 'more' | 'loading' | 'end' | 'failed' | 'full' | 'stopped' | 'cut' | 'first-page-only';

export interface LoadedTraces {
  rows: RowList;
  paging: PagingState;
  /** Where the search behind the last page stopped before it had seen all traces. */
  stop?: SearchStop | undefined;
  /** Set while `paging` is `failed`. */
  error?: unknown;
}

/** Holds the loaded pages of one result and appends the next page on request. Made for useSyncExternalStore. */
export class TracePager {
  private loaded: LoadedTraces;
  private running: Subscription | undefined;
  private readonly listeners = new Set<() => void>();

  /** Without a source there is only what is given: rows that cannot be paged. */
  constructor(
    first: readonly TracePage[],
    private readonly source: PageSource | undefined
  ) {
    this.loaded = this.startedWith(first);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getLoaded = (): LoadedTraces => this.loaded;

  /** Asks for the next page, unless one is under way, failed or not to be had. */
  readonly loadMore = (): void => {
    if (this.loaded.paging === 'more') {
      this.fetchNext();
    }
  };

  /** Asks again after a failure, and goes on with a search that stopped. */
  readonly goOn = (): void => {
    if (this.loaded.paging === 'failed' || this.loaded.paging === 'stopped') {
      this.fetchNext();
    }
  };

  /** Gives up a page under way. The pager can be used again. */
  readonly stop = (): void => {
    this.running?.unsubscribe();
    this.running = undefined;
    if (this.loaded.paging === 'loading') {
      this.publish({ ...this.loaded, paging: this.loaded.stop ? 'stopped' : 'more' });
    }
  };

  /**
   * Takes the first rows as they are now, with new ones in front. The pages loaded below are kept, unless so many rows
   * are new that some may be missing between: then the list begins again with these.
   */
  readonly takeHead = (head: TracePage): void => {
    if (this.loaded.rows.startsWith(head)) {
      return;
    }
    const rows = this.loaded.rows.withHead(head, MAX_LOADED_ROWS);
    if (rows && rows.last?.requestId !== this.loaded.rows.last?.requestId && this.loaded.rows.length > 0) {
      // The last pages were left out: nothing may be appended behind the gap, and they are not the end.
      this.stop();
      this.publish({ rows, paging: 'full' });
    } else if (rows) {
      this.publish({ ...this.loaded, rows });
    } else {
      this.stop();
      this.publish(this.startedWith([head]));
    }
  };

  private startedWith(first: readonly TracePage[]): LoadedTraces {
    const rows = new RowList(first);
    const last = first.at(-1);
    return this.source && last
      ? { rows, stop: last.stop, paging: pagingAfter(last, rows, this.source.limit) }
      : { rows, paging: 'first-page-only' };
  }

  private fetchNext(): void {
    const cursor = this.loaded.stop?.cursor ?? this.loaded.rows.last?.cursor;
    if (!this.source || !cursor) {
      return;
    }
    const { limit } = this.source;
    this.publish({ ...this.loaded, paging: 'loading', error: undefined });
    this.running = this.source.fetch(cursor).subscribe({
      next: (page) => {
        this.append(page, cursor, limit);
      },
      error: (error: unknown) => {
        this.publish({ ...this.loaded, paging: 'failed', error });
      },
    });
  }

  private append(page: TracePage, cursor: string, limit: number): void {
    const rows = this.loaded.rows.with(page);
    const repeated = page.length > 0 && rows.last?.cursor === cursor;
    this.publish({ rows, stop: page.stop, paging: repeated ? 'end' : pagingAfter(page, rows, limit) });
  }

  private publish(loaded: LoadedTraces): void {
    this.loaded = loaded;
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}

function pagingAfter(page: TracePage, rows: RowList, limit: number): PagingState {
  if (page.stop) {
    return 'stopped';
  }
  if (page.length < limit && !page.isLimited) {
    return 'end';
  }
  if (rows.length >= MAX_LOADED_ROWS) {
    return 'full';
  }
  return rows.last?.cursor ? 'more' : 'cut';
}
