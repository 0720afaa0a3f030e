import { testSpan } from './fixtures';
import { spanTree } from './spanTree';

const outline = (...args: Parameters<typeof spanTree>) =>
  spanTree(...args).nodes.map(({ span, level }) => `${'-'.repeat(level - 1)}${span.span_id}`);

describe('spans as a tree', () => {
  it('lists parents before children, by start, whatever order they came in', () => {
    expect(
      outline([testSpan('c', 'a', 9, 1), testSpan('b', 'a', 5, 1), testSpan('d', 'b', 6, 1), testSpan('a', '', 0, 10)])
    ).toEqual(['a', '-b', '--d', '-c']);
  });

  it('shows spans whose parent was not sent, as roots', () => {
    expect(outline([testSpan('x', 'missing', 1, 1), testSpan('y', 'x', 2, 1)])).toEqual(['x', '-y']);
  });

  it('shows spans that are each other’s parents, once each', () => {
    expect(
      outline([testSpan('a', 'c', 0, 1), testSpan('b', 'a', 1, 1), testSpan('c', 'b', 2, 1), testSpan('s', 's', 3, 1)])
    ).toEqual(['s', 'a', '-b', '--c']);
  });

  it('shows every span when ids are given twice', () => {
    expect(outline([testSpan('a', '', 0, 1), testSpan('a', '', 1, 1), testSpan('b', 'a', 2, 1)])).toEqual([
      'a',
      '-b',
      'a',
    ]);
  });

  it('takes ten thousand spans in a chain', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => testSpan(`${index}`, `${index - 1}`, index, 1));
    expect(spanTree(chain).nodes.at(-1)?.level).toBe(10_000);
  });

  it('spans the time from the first start to the last end, to the microsecond', () => {
    const tree = spanTree([
      testSpan('a', '', 0, 5, { start_time: '2026-11-21T08:00:00.000250Z' }),
      testSpan('b', 'a', 3, 100),
    ]);
    expect(tree.startMs - Date.parse('2026-11-21T08:00:00Z')).toBeCloseTo(0.25, 3);
    expect(tree.endMs - Date.parse('2026-11-21T08:00:00Z')).toBe(103);
  });
});
