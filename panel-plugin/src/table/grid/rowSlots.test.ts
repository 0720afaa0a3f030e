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
});
