import { spanRows } from './spanRows';

const span = (span_id: string, parent_span_id: string, second: number) => ({
  span_id,
  parent_span_id,
  name: span_id,
  start_time: `2026-11-21T08:00:${String(second).padStart(2, '0')}Z`,
  duration_ms: 1,
});

const outline = (spans: ReturnType<typeof span>[]) => spanRows(spans).map((row) => `${row.depth}${row.span.name}`);

describe('outline of spans', () => {
  it('puts children under their parents, in order of time', () => {
    expect(outline([span('c', 'a', 3), span('b', 'a', 2), span('d', 'b', 4), span('a', '', 1)])).toEqual([
      '0a',
      '1b',
      '2d',
      '1c',
    ]);
  });

  it('shows spans whose parent was not stored', () => {
    expect(outline([span('b', 'lost', 2), span('a', '', 1)])).toEqual(['0a', '0b']);
  });

  it('shows every span once when spans name each other, or themselves, as parents', () => {
    const shown = outline([span('a', 'b', 1), span('b', 'a', 2), span('c', 'c', 3)]);
    expect([...shown].sort()).toEqual(['0a', '0b', '0c']);
  });

  it('takes a chain of ten thousand spans', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      span(`s${index}`, index === 0 ? '' : `s${index - 1}`, 1)
    );
    expect(spanRows(chain).at(-1)?.depth).toBe(9_999);
  });

  it('takes any number of spans side by side, in order and without a copy per span', () => {
    const names = Array.from({ length: 150_000 }, (_, index) => `s${index}`);
    const rows = spanRows([span('root', '', 0), ...names.map((name) => span(name, 'root', 1))]);
    expect(rows.slice(1).map((row) => row.span.name)).toEqual(names);
  });
});
