import { rowsOfList } from '../fixtures/rows';
import { numberedTraces, tracesFrame } from '../fixtures/traces';
import { TracePage } from '../frames/TracePage';
import { RowList } from './RowList';

const page = (...numbers: number[]) =>
  new TracePage(tracesFrame(numbers.flatMap((number) => numberedTraces(number, 1))));
const ids = (list: RowList | undefined) => list && rowsOfList(list).map((row) => Number(row.requestId.slice(4)));

describe('rows in pages', () => {
  const list = new RowList([page(1, 2, 3), page(4), page(5, 6)]);

  it('are found by their place and by their request id', () => {
    expect(ids(list)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(list.at(6)).toBeUndefined();
    expect(list.at(-1)).toBeUndefined();
    expect(list.indexOf('req-5')).toBe(4);
    expect(list.indexOf('req-7')).toBe(-1);
  });

  it('are the same objects each time, so that rows in sight are not drawn again', () => {
    expect(list.at(4)).toBe(list.with(page(7)).at(4));
  });
});

describe('new rows in front', () => {
  const list = new RowList([page(1, 2, 3), page(4, 5)]);

  it('leave the pages below as they are', () => {
    expect(ids(list.withHead(page(-1, 0, 1), 100))).toEqual([-1, 0, 1, 2, 3, 4, 5]);
  });

  it('may be between rows that were there, as requests that took long are', () => {
    expect(ids(list.withHead(page(0, 1, 9, 2), 100))).toEqual([0, 1, 9, 2, 3, 4, 5]);
  });

  it('take the place of rows that are gone', () => {
    expect(ids(list.withHead(page(0, 1, 3), 100))).toEqual([0, 1, 3, 4, 5]);
  });

  it('are not joined to rows with which they have none in common, since some may be missing between', () => {
    expect(list.withHead(page(-3, -2, -1), 100)).toBeUndefined();
  });

  it('push out the oldest page when there would be more rows than the panel holds', () => {
    expect(ids(list.withHead(page(0, 1, 2, 3), 4))).toEqual([0, 1, 2, 3]);
  });

  it('do not keep every old beginning of the list in memory', () => {
    let followed: RowList | undefined = new RowList([page(3, 2, 1)]);
    for (let newest = 4; newest < 60; newest += 1) {
      followed = followed?.withHead(page(newest, newest - 1, newest - 2), 1000);
    }
    expect(ids(followed)).toEqual(Array.from({ length: 59 }, (_, index) => 59 - index));
    expect((followed as unknown as { pages: unknown[] }).pages.length).toBeLessThan(4);
  });
});
