import { JsonPrinter } from './JsonPrinter';

/** The JSON as shown, when it comes in parts of `size` characters; undefined when it is not valid. */
function shown(json: string, { modelNote = '', size = json.length || 1 } = {}): string | undefined {
  const printer = new JsonPrinter(modelNote);
  let text = '';
  for (let start = 0; start < json.length; start += size) {
    text += printer.add(json.slice(start, start + size));
  }
  const last = printer.end();
  return last === undefined ? undefined : text + last;
}

describe('JSON as shown', () => {
  const value = { a: [1, { b: null }, [], {}], c: 'x"y\\ {[:,]}', d: true, e: {}, f: `${'\\"'.repeat(5000)}é` };

  it.each([1, 2, 7, 1000, 1_000_000])(
    'is what JSON.stringify would show, when it comes %i characters at a time',
    (size) => {
      expect(shown(JSON.stringify(value), { size })).toBe(JSON.stringify(value, undefined, 2));
    }
  );

  it('ignores the white space of the stored text', () => {
    expect(shown('{\r\n\t"a" :  [ 1 , 2 ] }')).toBe('{\n  "a": [\n    1,\n    2\n  ]\n}');
  });

  it('keeps numbers that JavaScript cannot hold, and duplicate keys', () => {
    const text = shown('{"id":12345678901234567890,"id":1.0}');
    expect(text).toContain('12345678901234567890');
    expect(text).toContain('1.0');
  });

  it('puts deployment version or connection after the model name, at the top level only', () => {
    const text = shown('{"model":"gpt-4o","inner":{"model":"other"},"note":"model"}', {
      modelNote: 'azure "east"',
      size: 3,
    });
    expect(JSON.parse(text ?? '')).toEqual({
      model: 'gpt-4o (azure "east")',
      inner: { model: 'other' },
      note: 'model',
    });
  });

  it('leaves the model name alone when there is nothing to add', () => {
    expect(shown('{"model":"gpt-4o"}')).toBe('{\n  "model": "gpt-4o"\n}');
  });

  it('shows what hides in strings as escapes, so that it stays the same JSON', () => {
    const json = JSON.stringify({ a: '\u202e\u0085', b: `${'x'.repeat(9000)}\u202e` });
    const text = shown(json, { size: 500 });
    expect(text).toContain('"\\u202e\\u0085"');
    expect(JSON.parse(text ?? '')).toEqual(JSON.parse(json));
  });

  it('survives payloads nested so deep that their indentation would not fit in memory', () => {
    const depth = 100_000;
    expect(shown('['.repeat(depth) + ']'.repeat(depth))?.length).toBeLessThan(depth * 200);
  });

  it.each([
    '{"a":',
    '{"a":1}}',
    '[1,]',
    '{"a" 1}',
    '{a:1}',
    '"open',
    '[01]',
    '{} {}',
    '',
    'nul',
    '[1 2]',
    '{"a":1,}',
    '[}',
    '"\\"',
  ])('does not pass %s off as JSON', (json) => {
    expect(shown(json)).toBeUndefined();
    expect(shown(json, { size: 1 })).toBeUndefined();
  });

  it.each(['1', '"a"', 'null', '[]', '{}', '[1,2]', ' -1.5e+3 '])('takes %s as JSON', (json) => {
    expect(shown(json)).toBe(json.trim() === '[1,2]' ? '[\n  1,\n  2\n]' : json.trim());
  });

  it('of a word without an end is not read again with every part that comes, and is no JSON', () => {
    expect(shown('a'.repeat(3_000_000), { size: 100 })).toBeUndefined();
  });

  it('of millions of nested lists does not fill the memory with spaces', () => {
    const depth = 2_000_000;
    const text = shown('['.repeat(depth) + ']'.repeat(depth), { size: 100_000 }) ?? '';
    expect(text.length).toBeLessThan(100_000_000);
    expect(text.replace(/\s+/g, '')).toHaveLength(2 * depth);
  });
});
