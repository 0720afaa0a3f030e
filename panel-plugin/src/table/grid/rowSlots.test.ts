import { RowSlots } from './rowSlots';

describe('elements of rows', () => {
  it('stay with a row while it is in sight, so that it keeps the focus', () => {
    const slots = new RowSlots();
    const before = slots.assign(['a', 'b', 'c']);
    const after = slots.assign(['x', 'b', 'c']);
    expect([after.get('b'), after.get('c')]).toEqual([before.get('b'), before.get('c')]);
  });

  it('are taken over from rows that have left, so that fast scrolling makes no new ones', () => {
    const slots = new RowSlots();
    slots.assign(['a', 'b', 'c']);
    expect([...slots.assign(['c', 'd', 'e']).values()].sort()).toEqual([0, 1, 2]);
  });

  it('are never shared by two rows', () => {
    const slots = new RowSlots();
    slots.assign(['a', 'b']);
    const values = [...slots.assign(['b', 'c', 'a', 'd']).values()];
    expect(new Set(values).size).toBe(4);
  });

  it('stay at their places in the page while one scrolls, and stand as they are read at rest', () => {
    const slots = new RowSlots();
    expect(slots.order([2, 0, 1], false)).toEqual([2, 0, 1]);
    expect(slots.order([0, 1, 2], true)).toEqual([2, 0, 1]);
    expect(slots.order([1, 2, 3], true)).toEqual([2, 1, 3]);
    expect(slots.order([1, 2, 3], false)).toEqual([1, 2, 3]);
  });
});
