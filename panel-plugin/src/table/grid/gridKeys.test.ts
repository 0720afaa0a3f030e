import { placeAfter } from './gridKeys';

const size = { rows: 10, columns: 3, page: 4 };
const after = (key: string, row: number, column: number, hasCtrl = false) =>
  placeAfter(key, hasCtrl, { row, column }, size);

describe('keys in the grid', () => {
  it.each([
    ['ArrowDown', 2, 1, { row: 3, column: 1 }],
    ['ArrowUp', 0, 1, { row: -1, column: 1 }],
    ['ArrowUp', -1, 1, { row: -1, column: 1 }],
    ['ArrowDown', 9, 1, { row: 9, column: 1 }],
    ['ArrowRight', 2, 2, { row: 2, column: 2 }],
    ['ArrowLeft', 2, 2, { row: 2, column: 1 }],
    ['Home', 2, 2, { row: 2, column: 0 }],
    ['End', -1, 0, { row: -1, column: 2 }],
    ['PageDown', 7, 0, { row: 9, column: 0 }],
    ['PageUp', 2, 0, { row: 0, column: 0 }],
    ['PageUp', -1, 0, { row: -1, column: 0 }],
  ])('%s leads from row %d, column %d to where one expects it', (key, row, column, place) => {
    expect(after(key, row, column)).toEqual(place);
  });

  it('Ctrl with Home and End leads to the first and the last cell', () => {
    expect(after('Home', 5, 2, true)).toEqual({ row: 0, column: 0 });
    expect(after('End', 5, 0, true)).toEqual({ row: 9, column: 2 });
  });

  it('other keys are left to the page', () => {
    expect(after('a', 0, 0)).toBeUndefined();
    expect(after('ArrowDown', 0, 0, true)).toBeUndefined();
  });
});
