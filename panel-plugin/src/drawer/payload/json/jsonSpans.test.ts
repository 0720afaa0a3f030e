import { jsonSpans } from './jsonSpans';

const spansOf = (block: string, start = 0, end = block.length, beginsWithinLine = false) =>
  jsonSpans(block, start, end, beginsWithinLine).map((span) => `${span.kind} ${block.slice(span.start, span.end)}`);

describe('colours of JSON', () => {
  it('tell keys, strings, numbers and words apart', () => {
    expect(spansOf('  "a\\"b": "x: 1",')).toEqual(['key "a\\"b"', 'string "x: 1"']);
    expect(spansOf('  "n": -1.5e3,')).toEqual(['key "n"', 'number -1.5e3']);
    expect(spansOf('  null,')).toEqual(['word null']);
    expect(spansOf('  {},')).toEqual([]);
  });

  it('stay those of the string in each of its rows', () => {
    const block = '{\n  "key": "one 2 null two"\n}';
    const row = block.indexOf('2 null');
    expect(spansOf(block, row, row + 6)).toEqual(['string 2 null']);
  });

  it('are those of a string in a block that begins within one', () => {
    expect(spansOf('rest of \\" it",\n  "b": 1', 0, 14, true)).toEqual(['string rest of \\" it"']);
    expect(spansOf('no end', 0, 6, true)).toEqual(['string no end']);
  });

  it('end where the row ends', () => {
    expect(spansOf('"abcdef"', 2, 5)).toEqual(['string bcd']);
  });
});
