import { RowIndex } from './RowIndex';
import { BLOCK_CHARACTERS, TextBlocks } from './TextBlocks';

function blocksOf(...parts: string[]): TextBlocks {
  const blocks = new TextBlocks();
  for (const part of parts) {
    blocks.append(part);
  }
  return blocks;
}

function rowsOf(text: TextBlocks, columns: number, index = new RowIndex(text, columns)): string[] {
  while (index.step()) {
    // All of it.
  }
  return Array.from({ length: index.rowCount }, (_, number) => {
    const { block, start, end } = index.row(number);
    return text.block(block).slice(start, end);
  });
}

describe('rows of a text', () => {
  it('end at line ends of both kinds and where a line is too long, after a space if there is one', () => {
    expect(rowsOf(blocksOf('one two three\r\nfour\n\nabcdefghijkl x'), 8)).toEqual([
      'one two ',
      'three',
      'four',
      '',
      'abcdefgh',
      'ijkl x',
    ]);
  });

  it('never cut a character of two halves, and count wide ones twice', () => {
    expect(rowsOf(blocksOf('🙂🙂🙂日本語'), 4)).toEqual(['🙂🙂', '🙂日', '本語']);
  });

  it('leave room for the signs of what hides', () => {
    expect(rowsOf(blocksOf('\u202e\u202eab'), 10)).toEqual(['\u202e', '\u202eab']);
  });

  it('hold the whole text, however it came and however large it is', () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `line ${index} ${'x'.repeat(index % 50)}`);
    const text = lines.join('\n');
    const inParts = text.match(/[^]{1,777}/g) ?? [];
    expect(rowsOf(blocksOf(...inParts), 1000)).toEqual(lines);
  });

  it('of one line of many megabytes join to that line', () => {
    const line = 'ü🙂'.repeat(BLOCK_CHARACTERS);
    const rows = rowsOf(blocksOf(line), 80);
    expect(rows.join('')).toBe(line);
    expect(rows.every((row) => row.length <= 80)).toBe(true);
    expect(rows.some((row) => /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(row))).toBe(false);
  });

  it('are the same when they are counted while the text grows', () => {
    const text = new TextBlocks();
    const index = new RowIndex(text, 10);
    for (let part = 0; part < 300; part += 1) {
      text.append(`part ${part} ${'y'.repeat(part * 7)}\n`);
      index.step();
    }
    expect(rowsOf(text, 10, index)).toEqual(rowsOf(text, 10));
  });

  it('are found by the place of the text that they show', () => {
    const text = blocksOf('aaaa bbbb cccc\n'.repeat(20_000));
    const index = new RowIndex(text, 5);
    rowsOf(text, 5, index);
    for (const number of [0, 1, 777, index.rowCount - 1]) {
      const { block, start } = index.row(number);
      expect(index.rowAt(block, start)).toBe(number);
      expect(index.rowAt(block, start + 3)).toBe(number);
    }
  });
});

it('a text keeps every character that it was given', () => {
  const text = `${'a'.repeat(BLOCK_CHARACTERS - 1)}🙂${'b\r\n'.repeat(BLOCK_CHARACTERS)}`;
  const blocks = blocksOf(text.slice(0, 5), text.slice(5));
  expect(blocks.whole()).toBe(text);
  expect(blocks.length).toBe(text.length);
});
