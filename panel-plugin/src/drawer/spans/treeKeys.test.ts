import { testSpan } from './fixtures';
import { spanTree } from './spanTree';
import { treeAction } from './treeKeys';

const tree = spanTree([
  testSpan('a', '', 0, 9),
  testSpan('b', 'a', 1, 2),
  testSpan('c', 'b', 1, 1),
  testSpan('d', '', 5, 2),
]);

/** What a key does on a span: `move c`, `close a`; undefined for nothing. */
function press(key: string, on: string, closed: string[] = []): string | undefined {
  const active = tree.nodes.find(({ span }) => span.name === on);
  const isOpen = (node: { span: { name: string } }) => !closed.includes(node.span.name);
  const nodes = tree.nodes.filter(({ parent }) => parent === undefined || isOpen(parent));
  const action = active && treeAction(key, nodes, active, isOpen);
  return action && `${action.kind} ${action.kind === 'move' ? action.to.span.name : action.node.span.name}`;
}

describe('keys in the tree of spans', () => {
  it.each([
    ['ArrowDown', 'a', 'move b'],
    ['ArrowDown', 'd', undefined],
    ['ArrowUp', 'd', 'move c'],
    ['ArrowUp', 'a', undefined],
    ['Home', 'd', 'move a'],
    ['End', 'a', 'move d'],
    ['ArrowRight', 'a', 'move b'],
    ['ArrowRight', 'd', undefined],
    ['ArrowLeft', 'b', 'close b'],
    ['ArrowLeft', 'c', 'move b'],
    ['Enter', 'c', 'select c'],
    [' ', 'c', 'select c'],
    ['x', 'c', undefined],
  ])('%s on %s: %s', (key, on, action) => {
    expect(press(key, on)).toBe(action);
  });

  it('open what is closed, and step over what is hidden', () => {
    expect(press('ArrowRight', 'b', ['b'])).toBe('open b');
    expect(press('ArrowDown', 'b', ['b'])).toBe('move d');
    expect(press('ArrowLeft', 'b', ['b'])).toBe('move a');
  });
});
