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

describe('a search that stopped early', () => {
  const stopped = (from: number, count: number, cursor: string) =>
    new TracePage({
      ...tracesFrame(numberedTraces(from, count)),
      meta: { custom: { continue: cursor, searchedBackTo: '2026-11-20T00:00:00Z' } },
    });

  it('says how far it has come and goes on only when told to, also without any row', () => {
    const answers = [stopped(1, 0, 'on-2'), page(7, 1)];
    const fetch = jest.fn<Observable<TracePage>, [string]>(() => of(answers.shift() ?? page(9, 0)));
    const paged = pager(stopped(1, 0, 'on-1'), 2, fetch);
    expect(paged.getLoaded()).toMatchObject({
      paging: 'stopped',
      stop: { searchedBackToMs: Date.parse('2026-11-20T00:00:00Z') },
    });
    paged.loadMore();
    expect(fetch).not.toHaveBeenCalled();
    paged.goOn();
    expect(fetch).toHaveBeenLastCalledWith('on-1');
    expect(paged.getLoaded().paging).toBe('stopped');
    paged.goOn();
    expect(fetch).toHaveBeenLastCalledWith('on-2');
    expect(paged.getLoaded().paging).toBe('end');
    expect(rowsOfList(paged.getLoaded().rows).map((row) => row.requestId)).toEqual(['req-7']);
  });

  it('can still go on after it was interrupted', () => {
    const paged = pager(stopped(1, 1, 'on-1'), 2, () => NEVER);
    paged.goOn();
    paged.stop();
    expect(paged.getLoaded().paging).toBe('stopped');
  });
});

describe('a list that new traces are added to', () => {
  it('keeps the pages that were loaded below, and goes on after their last row', () => {
    const fetch = jest.fn<Observable<TracePage>, [string]>(() => of(page(3, 2)));
    const paged = pager(page(1, 2), 2, fetch);
    paged.loadMore();
    paged.takeHead(page(0, 2));
    expect(rowsOfList(paged.getLoaded().rows).map((row) => row.requestId)).toEqual([
      'req-0',
      'req-1',
      'req-2',
      'req-3',
      'req-4',
    ]);
    paged.loadMore();
    expect(fetch).toHaveBeenLastCalledWith('cursor-4');
  });

  it('leave no gap where the oldest pages give way to them, and no claim that these are all', () => {
    const full = page(1, MAX_LOADED_ROWS - 1);
    const paged = new TracePager([full, page(MAX_LOADED_ROWS, 3)], { limit: 10, fetch: () => NEVER });
    expect(paged.getLoaded().paging).toBe('end');
    paged.takeHead(page(0, 3));
    expect(paged.getLoaded().rows).toHaveLength(MAX_LOADED_ROWS);
    expect(paged.getLoaded().paging).toBe('full');
  });

  it('begins again when traces may be missing between the new ones and those that were there', () => {
    const paged = pager(page(10, 2), 2, () => NEVER);
    paged.takeHead(page(1, 2));
    expect(rowsOfList(paged.getLoaded().rows).map((row) => row.requestId)).toEqual(['req-1', 'req-2']);
    expect(paged.getLoaded().paging).toBe('more');
  });
});

it('a full page whose last row has no cursor is not called all there is', () => {
  const last = { ...tracesFrame(numberedTraces(1, 2)) };
  last.fields = last.fields.filter((field) => field.name !== 'cursor');
  expect(pager(new TracePage(last), 2, () => NEVER).getLoaded().paging).toBe('cut');
});
