import fc from 'fast-check';
import { addCondition, valueCondition } from './addCondition';

/** Reads conditions of names, AND, OR and parentheses, and says whether one holds when the named ones do. */
function holds(condition: string, named: ReadonlySet<string>): boolean {
  const words = condition.match(/[()]|[^\s()]+/g) ?? [];
  const either = (): boolean => {
    let result = both();
    while (words[0]?.toLowerCase() === 'or') {
      words.shift();
      const next = both();
      result ||= next;
    }
    return result;
  };
  const both = (): boolean => {
    let result = one();
    while (words[0]?.toLowerCase() === 'and') {
      words.shift();
      const next = one();
      result &&= next;
    }
    return result;
  };
  const one = (): boolean => {
    const word = words.shift() ?? '';
    if (word !== '(') {
      return named.has(word);
    }
    const result = either();
    words.shift();
    return result;
  };
  return either();
}

const NAMES = ['a', 'b', 'c', 'd'];
const conditions = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(' AND ', ' OR ', ' or ')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([name, word], index) => (index === parts.length - 1 ? name : name + word)).join(''));

it('filtering for a value never lets anything in that the query before kept out, also beside an OR', () => {
  fc.assert(
    fc.property(conditions, conditions, fc.subarray(NAMES), (query, added, chosen) => {
      const named = new Set(chosen);
      const joined = addCondition(query, added);
      expect(holds(joined, named)).toBe(holds(query, named) && holds(added, named));
    })
  );
});

it.each([
  ['', 'status = failed', 'status = failed'],
  ['status = failed', '', 'status = failed'],
  ['a OR b', 'c', '(a OR b) AND c'],
  ['a\tor\tb', 'c', '(a\tor\tb) AND c'],
  ['a', 'b OR c', 'a AND (b OR c)'],
  ["it's x or y's", 'c', "(it's x or y's) AND c"],
  ['status = failed', 'status = failed', 'status = failed'],
  ['a AND status = failed', 'status = failed', 'a AND status = failed'],
  ['status = failed AND a', 'status = failed', 'status = failed AND a'],
  ['a OR b AND c', 'c', '(a OR b AND c) AND c'],
  ["it's x OR y's AND c", 'c', "(it's x OR y's AND c) AND c"],
  ['a AND source != "x y"', 'source = "x y"', 'a AND source = "x y"'],
  ['source = "x" AND a', 'source != "x"', 'a AND source != "x"'],
  ['a OR source = "x"', 'source != "x"', '(a OR source = "x") AND source != "x"'],
  ['status = error AND a', 'status = "error"', 'status = error AND a'],
  ['status != error AND a', 'status = "error"', 'a AND status = "error"'],
  ['source = "x AND y"', 'y', 'source = "x AND y" AND y'],
  ['NOT cost_usd exists', 'cost_usd exists', 'cost_usd exists'],
  ['tags.team-name != "x"', 'tags.team-name = "x"', 'tags.team-name = "x"'],
  ['tags["a \\"b"] = "x" AND a', 'tags["a \\"b"] != "x"', 'a AND tags["a \\"b"] != "x"'],
  [`a OR'y' AND source != "x"`, 'source = "x"', `(a OR'y' AND source != "x") AND source = "x"`],
  [`model:'a and b' AND source != "x"`, 'source = "x"', `model:'a and b' AND source != "x" AND source = "x"`],
])('%j with %j becomes %j', (query, condition, joined) => {
  expect(addCondition(query, condition)).toBe(joined);
});

it('a value is asked for literally, whatever is in it', () => {
  expect(valueCondition('source', 'a "b" OR model = \\x*', 'only')).toBe('source = "a \\"b\\" OR model = \\\\x*"');
  expect(valueCondition('status', 'error', 'without')).toBe('status != "error"');
  expect(valueCondition('duration_ms', 1250.5, 'only')).toBe('duration_ms = "1250.5"');
  expect(valueCondition('streamed', true, 'only')).toBe('streamed = "true"');
  expect(valueCondition('source', '', 'without')).toBe('source != ""');
});

it('a value that is not known is asked for as such, or not at all where the language cannot', () => {
  expect(valueCondition('cost_usd', null, 'only')).toBe('NOT cost_usd exists');
  expect(valueCondition('cost_usd', null, 'without')).toBe('cost_usd exists');
  expect(valueCondition('error_type', null, 'only')).toBe('error_type = ""');
  expect(valueCondition('streamed', null, 'only')).toBeUndefined();
});
