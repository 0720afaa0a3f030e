import fc from 'fast-check';
import { runAtOnce } from '../slices/runSliced';
import { NodeIds, type JsonNode } from './jsonNode';
import { MAX_TOKENS, parseJson } from './parseJson';
import { writeJson } from './writeJson';

function parsed(text: string): JsonNode | undefined {
  return runAtOnce(parseJson(text, new NodeIds()))?.value;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('reading JSON', () => {
  it('takes exactly the texts that are JSON', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'nul',
      ' ',
      '\u00a0'
    );
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 8 }).map((tokens) => tokens.join('')),
        (text) => {
          expect(parsed(text) !== undefined).toBe(isJson(text));
        }
      ),
      { numRuns: 3000 }
    );
  });

  it('shows what was read as the same JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const node = parsed(JSON.stringify(value));
        expect(node && JSON.parse(writeJson(node, 1e9))).toEqual(JSON.parse(JSON.stringify(value)));
      })
    );
  });

  it('shows numbers as they were written', () => {
    const node = parsed('[1.0, 1e400, 12345678901234567890]');
    expect(node && writeJson(node, 1000)).toBe('[\n  1.0,\n  1e400,\n  12345678901234567890\n]');
  });

  it('shows no more of a large value than it was asked for', () => {
    const node = parsed(JSON.stringify(Array.from({ length: 10_000 }, () => 'word')));
    expect(node && writeJson(node, 100)).toHaveLength(101);
  });

  it('reads the beginning of a text that was cut off anywhere', () => {
    const text = '{"a":[1,"x\\u00e9\\\\"],"b":{"c":true,"d":null}}';
    for (let end = 1; end < text.length; end += 1) {
      expect(runAtOnce(parseJson(text.slice(0, end), new NodeIds(), true))?.value.kind).toBe('object');
    }
  });

  it('says so when it read only the beginning of a long list', () => {
    const list = (items: number) => `[${'1,'.repeat(items)}1]`;
    expect(runAtOnce(parseJson(list(10), new NodeIds()))?.isCut).toBe(false);
    expect(runAtOnce(parseJson(list(MAX_TOKENS), new NodeIds()))?.isCut).toBe(true);
  });
});
