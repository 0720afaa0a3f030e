import { isJson, prettyJson } from './prettyJson';

describe('JSON as shown', () => {
  it('is what JSON.stringify would show, for values that survive parsing', () => {
    const value = { a: [1, { b: null }, [], {}], c: 'x"y\\ {[:,]}', d: true, e: {} };
    expect(prettyJson(JSON.stringify(value), '')).toBe(JSON.stringify(value, undefined, 2));
  });

  it('ignores the white space of the stored text', () => {
    expect(prettyJson('{\r\n\t"a" :  [ 1 , 2 ] }', '')).toBe('{\n  "a": [\n    1,\n    2\n  ]\n}');
  });

  it('keeps numbers that JavaScript cannot hold, and duplicate keys', () => {
    const shown = prettyJson('{"id":12345678901234567890,"id":1.0}', '');
    expect(shown).toContain('12345678901234567890');
    expect(shown).toContain('1.0');
  });

  it('puts deployment version or connection after the model name, at the top level only', () => {
    const shown = prettyJson('{"model":"gpt-4o","inner":{"model":"other"},"note":"model"}', 'azure "east"');
    expect(JSON.parse(shown)).toEqual({ model: 'gpt-4o (azure "east")', inner: { model: 'other' }, note: 'model' });
  });

  it('leaves the model name alone when there is nothing to add', () => {
    expect(prettyJson('{"model":"gpt-4o"}', '')).toBe('{\n  "model": "gpt-4o"\n}');
  });

  it('survives payloads nested so deep that their indentation would not fit in memory', () => {
    const depth = 100_000;
    const shown = prettyJson('['.repeat(depth) + ']'.repeat(depth), '');
    expect(shown.length).toBeLessThan(depth * 200);
  });

  it('tells JSON from other text', () => {
    expect(isJson('{"a":1}')).toBe(true);
    expect(isJson('{"a":')).toBe(false);
  });
});
