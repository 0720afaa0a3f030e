import { BLOCK_CHARACTERS, TextBlocks } from '../text/TextBlocks';
import { TextSearch } from './TextSearch';

function searched(text: string, needle: string) {
  const blocks = new TextBlocks();
  blocks.append(text);
  const search = new TextSearch(blocks, needle);
  while (search.step(true)) {
    // All of it.
  }
  const found = Array.from({ length: search.count }, (_, index) => {
    const { block, start, length } = search.at(index) ?? { block: 0, start: 0, length: 0 };
    const part = blocks.block(block).slice(start, start + length);
    return part + blocks.block(block + 1).slice(0, length - part.length);
  });
  return { search, blocks, found };
}

describe('search in a payload', () => {
  it('finds upper and lower case alike', () => {
    expect(searched('Parcel, pARCEL, parsel, ÜBER über', 'PARCEL').found).toEqual(['Parcel', 'pARCEL']);
    expect(searched('ÜBER über', 'über').found).toEqual(['ÜBER', 'über']);
  });

  it('is not led astray by letters whose lower case is longer', () => {
    expect(searched('İİİ needle İ needle', 'Needle').found).toEqual(['needle', 'needle']);
  });

  it('takes what looks like a pattern as the text it is', () => {
    expect(searched('a.b axb .* (', '.').search.count).toBe(2);
    expect(searched('a.b axb .* (', '(').search.count).toBe(1);
  });

  it('finds what lies over the border of two blocks, once', () => {
    const text = `${'x'.repeat(BLOCK_CHARACTERS - 3)}needle${'x'.repeat(BLOCK_CHARACTERS)}`;
    expect(searched(text, 'needle').found).toEqual(['needle']);
  });

  it('counts all matches of a large text and goes to each', () => {
    const { search, found } = searched('a needle in hay\n'.repeat(100_000), 'needle');
    expect(search.count).toBe(100_000);
    expect(new Set(found)).toEqual(new Set(['needle']));
    expect(search.at(-1)).toBeUndefined();
    expect(search.at(100_000)).toBeUndefined();
  });

  it('knows which matches a row shows, also in part', () => {
    const { search } = searched('one two one two one', 'one');
    expect(search.within(0, 0, 10).map(({ start }) => start)).toEqual([0, 8]);
    expect(search.within(0, 9, 10).map(({ start }) => start)).toEqual([8]);
    expect(search.within(0, 3, 8)).toEqual([]);
    expect(search.within(7, 0, 10)).toEqual([]);
  });

  it('waits with the end of a text until it has come', () => {
    const blocks = new TextBlocks();
    blocks.append('need');
    const search = new TextSearch(blocks, 'needle');
    expect(search.step(false)).toBe(false);
    blocks.append('le');
    expect(search.step(true)).toBe(true);
    expect(search.count).toBe(1);
  });
});
