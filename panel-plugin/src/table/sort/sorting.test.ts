import { nextSorting, querySorting, type Sorting } from './sorting';

const usual = querySorting(undefined);

/** The orders that clicks on a header lead through, from the query's own and back to it. */
function clicks(id: Parameters<typeof nextSorting>[0], own: Sorting): unknown[] {
  const orders: unknown[] = [];
  let shown = own;
  for (let click = 0; click < 3; click += 1) {
    const { sort, order } = nextSorting(id, shown, own);
    orders.push(order);
    shown = sort !== undefined && order !== undefined ? { sort, order } : own;
    if (sort === undefined) {
      break;
    }
  }
  return orders;
}

describe('clicks on a header', () => {
  it('show the slowest, then the fastest, then the usual order', () => {
    expect(clicks('duration_ms', usual)).toEqual(['desc', 'asc', undefined]);
  });

  it('begin texts at their first letter', () => {
    expect(clicks('model', usual)).toEqual(['asc', 'desc', undefined]);
  });

  it('turn the time round and back', () => {
    expect(clicks('start_time', usual)).toEqual(['asc', undefined]);
  });

  it('come back to the order of a query that has one of its own', () => {
    expect(clicks('duration_ms', { sort: 'duration_ms', order: 'desc' })).toEqual(['asc', undefined]);
    expect(clicks('duration_ms', { sort: 'duration_ms', order: 'asc' })).toEqual(['desc', undefined]);
    expect(clicks('start_time', { sort: 'duration_ms', order: 'desc' })).toEqual(['desc', 'asc', undefined]);
  });
});
