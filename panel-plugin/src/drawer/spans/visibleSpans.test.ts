import { testSpan } from './fixtures';
import { spanTree } from './spanTree';
import { visibleSpans } from './visibleSpans';

const tree = spanTree([
  testSpan('agent', '', 0, 100),
  testSpan('tool', 'agent', 10, 20, { attributes: { 'tool.name': 'Search' } as never }),
  testSpan('http', 'tool', 11, 10, { events: [{ name: 'retry', time: '2026-11-21T08:00:00Z' }] }),
  testSpan('chat', 'agent', 50, 20),
]);
const shown = (search: string, closed: string[] = []) => {
  const { nodes, found } = visibleSpans(
    tree,
    new Set(tree.nodes.filter(({ span }) => closed.includes(span.name))),
    search
  );
  return [nodes.map(({ span }) => span.name), found];
};

describe('spans that are shown', () => {
  it('are all, and those below a closed one are not, at any depth', () => {
    expect(shown('')).toEqual([['agent', 'tool', 'http', 'chat'], undefined]);
    expect(shown('', ['tool'])).toEqual([['agent', 'tool', 'chat'], undefined]);
    expect(shown('', ['agent'])).toEqual([['agent'], undefined]);
  });

  it.each([
    ['CHAT', ['agent', 'chat']],
    ['search', ['agent', 'tool']],
    ['retry', ['agent', 'tool', 'http']],
  ])('of the search %s are those found, with what leads to them', (search, names) => {
    expect(shown(search)).toEqual([names, 1]);
  });

  it('are found within closed ones', () => {
    expect(shown('retry', ['agent'])).toEqual([['agent', 'tool', 'http'], 1]);
  });

  it('are none when nothing matches', () => {
    expect(shown('nothing like it')).toEqual([[], 0]);
  });
});
