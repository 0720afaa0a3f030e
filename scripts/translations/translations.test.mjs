import { describe, expect, it } from 'vitest';
import { catalogueOf } from './catalogue.mjs';
import { readTexts } from './readTexts.mjs';

const texts = (source, prefixes) => readTexts('a.tsx', source, prefixes).map(({ key, text }) => [key, text]);

describe('texts to translate', () => {
  it('are found wherever they are written', () => {
    const source = `
      const a = <b title={t('x.title', "It's " + 'here')}>{t('x.body', 'Body {{name}}', { name })}</b>;
      const c = <Trans i18nKey="x.long">
        Two
        lines
      </Trans>;`;
    expect(texts(source)).toEqual([
      ['x.title', "It's here"],
      ['x.body', 'Body {{name}}'],
      ['x.long', 'Two lines'],
    ]);
  });

  it('have a text for every plural form', () => {
    const source = "t('rows', '', { count, defaultValue_one: '{{count}} row', defaultValue_other: '{{count}} rows' })";
    expect(texts(source)).toEqual([
      ['rows_one', '{{count}} row'],
      ['rows_other', '{{count}} rows'],
    ]);
  });

  it.each([
    ["t(key, 'x')", 'the key of a text must be written out'],
    ["t('a', text)", 'the text of a must be written out'],
    ['<Trans i18nKey="a">x <b>y</b></Trans>', 'only text can be translated'],
    ['<Trans i18nKey={key}>x</Trans>', 'i18nKey must be written out'],
  ])('that nobody could translate are refused with their line: %s', (source, words) => {
    expect(() => texts(`\n${source}`)).toThrow(`a.tsx:2: `);
    expect(() => texts(source)).toThrow(words);
  });

  it('may come from elsewhere under a known prefix only', () => {
    expect(texts('t(`field.${name}`, label)', ['field.'])).toEqual([]);
    expect(() => texts('t(`other.${name}`, label)', ['field.'])).toThrow();
  });
});

describe('the catalogue', () => {
  const found = (key, text = key, file = 'a.tsx') => ({ key, text, file });

  it('is nested and sorted, so that two people write the same file', () => {
    const catalogue = catalogueOf([found('b.z'), found('a'), found('b.a')]);
    expect(JSON.stringify(catalogue)).toBe('{"a":"a","b":{"a":"b.a","z":"b.z"}}');
  });

  it('refuses one key with two texts, which would show the wrong one somewhere', () => {
    expect(() => catalogueOf([found('a', 'x', 'a.tsx'), found('a', 'y', 'b.tsx')])).toThrow(
      'a has two texts: in a.tsx and in b.tsx',
    );
  });

  it('refuses a key that is a text and a group', () => {
    expect(() => catalogueOf([found('a'), found('a.b')])).toThrow('a.b');
  });
});
