import { NEVER, of, throwError, type Observable } from 'rxjs';
import { rowsOfList } from '../fixtures/rows';
import { numberedTraces, tracesFrame } from '../fixtures/traces';
import { TracePage } from '../frames/TracePage';
import { MAX_LOADED_ROWS, TracePager } from './TracePager';

const page = (from: number, count: number) => new TracePage(tracesFrame(numberedTraces(from, count)));

function pager(first: TracePage, limit: number, fetch: (cursor: string) => Observable<TracePage>) {
  return new TracePager([first], { limit, fetch });
}

describe('paging', () => {
  it('asks for the page after the last row and appends it', () => {
    const fetch = jest.fn<Observable<TracePage>, [string]>(() => of(page(3, 2)));
    const paged = pager(page(1, 2), 2, fetch);
    paged.loadMore();
    expect(fetch).toHaveBeenCalledWith('cursor-2');
    expect(rowsOfList(paged.getLoaded().rows).map((row) => row.requestId)).toEqual([
      'req-1',
      'req-2',
      'req-3',
      'req-4',
    ]);
    expect(paged.getLoaded().paging).toBe('more');
  });

  it('stops after a page with fewer rows than asked for', () => {
    const fetch = jest.fn<Observable<TracePage>, [string]>(() => of(page(3, 1)));
    const paged = pager(page(1, 2), 2, fetch);
    paged.loadMore();
    paged.loadMore();
    expect(paged.getLoaded().paging).toBe('end');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('does not ask at all when the first page was the last', () => {
    const fetch = jest.fn<Observable<TracePage>, [string]>(() => of(page(3, 1)));
    const paged = pager(page(1, 1), 2, fetch);
    paged.loadMore();
    expect(paged.getLoaded().paging).toBe('end');
    expect(fetch).not.toHaveBeenCalled();
  });

  it('asks once while a page is under way', () => {
    const fetch = jest.fn<Observable<TracePage>, [string]>(() => NEVER);
    const paged = pager(page(1, 2), 2, fetch);
    paged.loadMore();
    paged.loadMore();
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(paged.getLoaded().paging).toBe('loading');
  });

  it('keeps the rows when a page fails, and asks again only on request', () => {
    const answers: Observable<TracePage>[] = [throwError(() => new Error('no')), of(page(3, 1))];
    const fetch = jest.fn<Observable<TracePage>, [string]>(() => answers.shift() ?? NEVER);
    const paged = pager(page(1, 2), 2, fetch);
    paged.loadMore();
    paged.loadMore();
    expect(paged.getLoaded()).toMatchObject({ paging: 'failed', error: new Error('no') });
    expect(paged.getLoaded().rows).toHaveLength(2);
    expect(fetch).toHaveBeenCalledTimes(1);
    paged.goOn();
    expect(paged.getLoaded().rows).toHaveLength(3);
  });

  it('ends instead of asking for ever when a server repeats the same page', () => {
    const paged = pager(page(1, 2), 2, () => of(page(1, 2)));
    paged.loadMore();
    expect(paged.getLoaded().paging).toBe('end');
  });

  it('does not load more than the tab can hold', () => {
    const fetch = jest.fn<Observable<TracePage>, [string]>(() => NEVER);
    const paged = pager(page(1, MAX_LOADED_ROWS), 1000, fetch);
    paged.loadMore();
    expect(paged.getLoaded().paging).toBe('full');
    expect(fetch).not.toHaveBeenCalled();
  });

  it('can go on after it was stopped during a page', () => {
    const answers: Observable<TracePage>[] = [NEVER, of(page(3, 1))];
    const paged = pager(page(1, 2), 2, () => answers.shift() ?? NEVER);
    paged.loadMore();
    paged.stop();
    paged.loadMore();
    expect(paged.getLoaded().rows).toHaveLength(3);
  });
});
