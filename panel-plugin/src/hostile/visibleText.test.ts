import { escapeInvisible, visibleText } from './visibleText';

describe('visible text', () => {
  it('leaves ordinary text of any script, emoji and white space alone', () => {
    const text = 'Grüße, שלום, مرحبا, 你好, 👩‍👩‍👧 ❤️\n\tindented';
    expect(visibleText(text)).toBe(text);
  });

  it.each([
    ['an escape sequence', 'a\u001b[31mb', 'a␛[31mb'],
    ['a null byte', 'a\u0000b', 'a␀b'],
    ['delete', 'a\u007fb', 'a␡b'],
    ['a C1 control', 'a\u0085b', 'a⟨U+0085⟩b'],
    ['a right-to-left override', 'abc\u202egpj.exe', 'abc⟨U+202E⟩gpj.exe'],
    ['a direction isolate', '\u2067x\u2069', '⟨U+2067⟩x⟨U+2069⟩'],
    ['a zero-width space', 'pay\u200bpal', 'pay⟨U+200B⟩pal'],
    ['text hidden in Unicode tags', 'hi\u{e0041}', 'hi⟨U+E0041⟩'],
    ['half a surrogate pair', 'a\ud800b', 'a⟨U+D800⟩b'],
    ['a carriage return that would hide a line', 'a\rb', 'a␍b'],
  ])('shows %s', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it('takes Windows line ends for line ends', () => {
    expect(visibleText('a\r\nb')).toBe('a\nb');
  });

  it('shows hidden characters of JSON as escapes that mean the same', () => {
    const json = JSON.stringify({ a: 'x\u202ey\u{e0041}' });
    const escaped = escapeInvisible(json);
    expect(escaped).toBe('{"a":"x\\u202ey\\udb40\\udc41"}');
    expect(JSON.parse(escaped)).toEqual(JSON.parse(json));
  });
});
