import fc from 'fast-check';
import { runAtOnce } from '../../slices/runSliced';
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

  it('reads a long text with escapes anywhere in it as the same text', () => {
    const pieces = [
      'x'.repeat(99_997),
      '\\',
      '"',
      '\n',
      'é',
      '\u0007',
      '🙂',
      '\\\\',
      'y'.repeat(150_001),
      '\\'.repeat(300_000),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 12 }), (parts) => {
        const text = `${parts.join('')}${'z'.repeat(300_000)}`;
        const node = parsed(JSON.stringify({ text }));
        const member = node?.kind === 'object' ? node.members[0]?.node : undefined;
        // Compared here: showing how half a million characters differ would take longer than the test.
        expect(member?.kind === 'string' && member.value === text).toBe(true);
      }),
      { numRuns: 50 }
    );
  });

  it('reads what is there of a long text that was cut off, and no text that has no end', () => {
    const text = `{"a":"${'x'.repeat(500_000)}\\u00`;
    const cut = runAtOnce(parseJson(text, new NodeIds(), true))?.value;
    const member = cut?.kind === 'object' ? cut.members[0]?.node : undefined;
    expect(member?.kind === 'string' && member.value.length).toBe(500_000);
    expect(parsed(text)).toBeUndefined();
  });
});

it('values that are short, as token ids are, do not come into one table whose growth holds the page', () => {
  const set = jest.spyOn(Map.prototype, 'set');
  runAtOnce(parseJson(`[${Array.from({ length: 20_000 }, (_, id) => id).join()}]`, new NodeIds()));
  const tables = new Set(set.mock.instances);
  set.mockRestore();
  expect(Math.max(...Array.from(tables, ({ size }) => size))).toBeLessThan(2_000);
});
