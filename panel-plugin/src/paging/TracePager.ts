import type { Observable, Subscription } from 'rxjs';
import type { TracePage, TraceRow } from '../frames/readFrames';

/** Older rows are not loaded beyond this many, so that a tab left scrolling does not run out of memory. */
export const MAX_LOADED_ROWS = 100_000;

/** Where the pages after the first come from. */
export interface PageSource {
  /** Rows asked for per page; a page with fewer is the last. */
  limit: number;
  /** The page after the row with this cursor. Fails with what the data source failed with. */
  fetch: (cursor: string) => Observable<TracePage>;
}

/** `more`: another page can be asked for; `end`: the last row is loaded; `full`: MAX_LOADED_ROWS are. */
export type PagingState = 'more' | 'loading' | 'end' | 'failed' | 'full' | 'first-page-only';

export interface LoadedTraces {
  rows: readonly TraceRow[];
  modelKinds: { hosted: boolean; external: boolean };
  paging: PagingState;
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
    const rows = first.flatMap((page) => page.rows);
    this.loaded = {
      rows,
      modelKinds: {
        hosted: first.some((page) => page.modelKinds.hosted),
        external: first.some((page) => page.modelKinds.external),
      },
      paging: source ? pagingAfter(rows.length, rows, source.limit) : 'first-page-only',
    };
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

  readonly retry = (): void => {
    if (this.loaded.paging === 'failed') {
      this.fetchNext();
    }
  };

  /** Gives up a page under way. The pager can be used again. */
  readonly stop = (): void => {
    this.running?.unsubscribe();
    this.running = undefined;
    if (this.loaded.paging === 'loading') {
      this.publish({ ...this.loaded, paging: 'more' });
    }
  };

  private fetchNext(): void {
    const cursor = this.loaded.rows.at(-1)?.cursor;
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
    const rows = [...this.loaded.rows, ...page.rows];
    const repeated = rows.at(-1)?.cursor === cursor;
    this.publish({
      rows,
      modelKinds: {
        hosted: this.loaded.modelKinds.hosted || page.modelKinds.hosted,
        external: this.loaded.modelKinds.external || page.modelKinds.external,
      },
      paging: repeated ? 'end' : pagingAfter(page.rows.length, rows, limit),
    });
  }

  private publish(loaded: LoadedTraces): void {
    this.loaded = loaded;
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}

function pagingAfter(pageLength: number, rows: readonly TraceRow[], limit: number): PagingState {
  if (pageLength < limit || !rows.at(-1)?.cursor) {
    return 'end';
  }
  return rows.length >= MAX_LOADED_ROWS ? 'full' : 'more';
}
