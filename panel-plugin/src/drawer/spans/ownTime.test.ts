import { testSpan } from './fixtures';
import { ownStretches, ownTimeMs } from './ownTime';
import { spanTree, type Span } from './spanTree';

/** Own time of the first root, in milliseconds. */
const ownOf = (...spans: Span[]) => {
  const root = spanTree(spans).roots[0];
  return root ? ownTimeMs(root) : undefined;
};
const root = testSpan('root', '', 0, 100);

describe('own time of a span', () => {
  it('is all of it without children', () => {
    expect(ownOf(root)).toBe(100);
  });

  it('is what its children leave', () => {
    expect(ownOf(root, testSpan('a', 'root', 10, 20), testSpan('b', 'root', 50, 30))).toBe(50);
  });

  it('counts children that run at the same time once', () => {
    expect(
      ownOf(root, testSpan('a', 'root', 10, 40), testSpan('b', 'root', 20, 40), testSpan('c', 'root', 30, 5))
    ).toBe(50);
  });

  it('is not lessened by what children do before or after it', () => {
    expect(ownOf(root, testSpan('late', 'root', 90, 500), testSpan('outside', 'root', 200, 50))).toBe(90);
  });

  it('is never below zero when children cover it', () => {
    expect(ownOf(root, testSpan('a', 'root', 0, 100), testSpan('b', 'root', 0, 300))).toBe(0);
  });

  it('leaves grandchildren to the children', () => {
    expect(ownOf(root, testSpan('a', 'root', 10, 20), testSpan('b', 'a', 40, 50))).toBe(80);
  });

  it('is counted in a ring of parents, too', () => {
    expect(ownOf(testSpan('a', 'b', 0, 100), testSpan('b', 'a', 10, 20))).toBe(80);
  });

  it('says when the span worked', () => {
    const tree = spanTree([root, testSpan('a', 'root', 10, 20)]);
    const first = tree.roots[0];
    expect(
      first && ownStretches(first).map(({ startMs, endMs }) => [startMs - tree.startMs, endMs - tree.startMs])
    ).toEqual([
      [0, 10],
      [30, 100],
    ]);
  });
});
