import fc from 'fast-check';
import { type FieldName, joined, type Operator, type QueryNode, type Subject, type Value } from '../query/ast.js';
import { FIELD_NAMES, fieldInfo, operatorsOf } from '../query/fields.js';
import type { FilterNode, FilterOperand, JsonPath, PathStep, SingularStep } from '../query/path/pathAst.js';
import { ANY_VALUE, type Piece, wordOf } from '../query/values/wildcards.js';

/** What random queries are made of: few words find something, hostile ones break what is not bound or escaped. */
export interface Words {
  text: fc.Arbitrary<string>;
  member: fc.Arbitrary<string>;
}

const HOSTILE = [
  "'",
  '"',
  '\\',
  '%',
  '_',
  '*',
  '?',
  '\0',
  '\n',
  ' ',
  ')',
  '(',
  ',',
  ':',
  '{p:String}',
  '--',
  '&&',
  '||',
  '~',
  '/*',
  'AND',
  'null',
  '🙂',
  '﷽',
];

/** Any text at all. */
export const hostileWords: Words = {
  text: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(fc.constantFrom(...HOSTILE), { maxLength: 5 }).map((parts) => parts.join('')),
  ),
  member: fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('a', 'role', "x'y", 'a-b', '0')),
};

const NUMBERS: readonly [text: string, number: number][] = [
  ['0', 0],
  ['5', 5],
  ['2.5', 2.5],
  ['100', 100],
  ['1e3', 1000],
];
const DURATIONS: readonly [text: string, number: number][] = [
  ['250ms', 250],
  ['1.5s', 1500],
  ['1m30s', 90_000],
  ['0:01:500', 1500],
];
const TIMES: readonly [text: string, time: string][] = [
  ['2026-11-20', '2026-11-20 00:00:00.000000'],
  ['2026-11-20T12:00:01Z', '2026-11-20 12:00:01.000000'],
];

const text = (words: Words): fc.Arbitrary<Value> => words.text.map((value) => ({ type: 'text', text: value }));
const number = (all: readonly [string, number][]): fc.Arbitrary<Value> =>
  fc.constantFrom(...all).map(([written, value]) => ({ type: 'number', text: written, number: value }));
const time = fc.constantFrom(...TIMES).map(([written, value]): Value => ({ type: 'time', text: written, time: value }));

/** Text with wildcards between or around it. */
function pattern(words: Words, wildcards: readonly ('any' | 'one')[]): fc.Arbitrary<Value & { type: 'pattern' }> {
  const part = words.text.filter((value) => value !== '').map((value): Piece => ({ kind: 'text', text: value }));
  const wildcard = fc.constantFrom(...wildcards).map((kind): Piece => ({ kind }));
  const inner = fc.tuple(part, wildcard, part);
  return (wildcards.includes('one') ? fc.oneof(inner, fc.tuple(part, wildcard), fc.tuple(wildcard, part)) : inner).map(
    (pieces) => ({ type: 'pattern', text: wordOf(pieces) }),
  );
}

function singularSteps(words: Words, maxLength: number): fc.Arbitrary<SingularStep[]> {
  const member = words.member.map((name): SingularStep => ({ kind: 'member', name }));
  const index = fc
    .integer({ min: -2, max: 2 })
    .map((value): SingularStep => ({ kind: 'index', index: value === 0 ? 0 : value }));
  return fc.array(fc.oneof(member, member, index), { maxLength });
}

function filter(words: Words): fc.Arbitrary<FilterNode> {
  const path = singularSteps(words, 2).map((steps): FilterOperand => ({ kind: 'path', steps }));
  const literal = fc
    .oneof(words.text, fc.constantFrom(0, 5, 2.5, -1), fc.boolean(), fc.constant(null))
    .map((value): FilterOperand => ({ kind: 'literal', value }));
  const comparison = fc
    .tuple(fc.oneof(path, literal), fc.constantFrom('==', '!=', '<', '<=', '>', '>=' as const), fc.oneof(path, literal))
    .map(([left, operator, right]): FilterNode => ({ kind: 'compare', left, operator, right }));
  const exists = singularSteps(words, 2).map((steps): FilterNode => ({ kind: 'exists', steps }));
  const leaf = fc.oneof(comparison, exists);
  const not = leaf.map((node): FilterNode => ({ kind: 'not', node }));
  const pair = fc
    .tuple(fc.constantFrom('and', 'or' as const), fc.oneof(leaf, not), fc.oneof(leaf, not))
    .map(([kind, left, right]): FilterNode => ({ kind, nodes: [left, right] }));
  return fc.oneof(leaf, not, pair);
}

/** A random JSONPath. */
export function randomPath(words: Words): fc.Arbitrary<JsonPath> {
  const member = words.member.map((name): PathStep => ({ kind: 'member', name }));
  const other = fc.oneof(
    fc.integer({ min: -2, max: 2 }).map((value): PathStep => ({ kind: 'index', index: value === 0 ? 0 : value })),
    fc.constant<PathStep>({ kind: 'all' }),
    filter(words).map((condition): PathStep => ({ kind: 'filter', condition })),
  );
  return fc
    .tuple(fc.constantFrom('request', 'response' as const), fc.array(fc.oneof(member, member, other), { maxLength: 4 }))
    .map(([root, steps]) => ({ root, steps }));
}

const REGEXES = ['^a', 'b+$', '(?i)ERR', '[0-9]{2,3}', 'заказ|x', '\\d', 'a"b'];

function pathValues(words: Words, operator: Operator): fc.Arbitrary<Value> {
  if (['>', '<', '>=', '<='].includes(operator)) return fc.oneof(number(NUMBERS), text(words));
  const literal = fc
    .constantFrom('true', 'false', 'null' as const)
    .map((value): Value => ({ type: 'literal', text: value }));
  return fc.oneof(text(words), number(NUMBERS), literal, pattern(words, ['any', 'one']));
}

const texts = (all: readonly string[]) =>
  fc.constantFrom(...all).map((value): Value => ({ type: 'text', text: value }));

function fieldValues(name: FieldName, words: Words): fc.Arbitrary<Value> {
  const { type, values: choices } = fieldInfo(name);
  switch (type) {
    case 'text':
      return fc.oneof(text(words), pattern(words, ['any', 'one']));
    case 'choice':
      return texts(choices ?? []);
    case 'boolean':
      return fc.constantFrom('true', 'false' as const).map((value): Value => ({ type: 'literal', text: value }));
    case 'time':
      return time;
    case 'duration':
      return number([...NUMBERS, ...DURATIONS]);
    case 'count':
    case 'number':
    case 'money':
      return number(NUMBERS);
  }
}

function values(subject: Subject, operator: Operator, words: Words): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 12, arbitrary: knownValues(subject, operator, words) },
    { weight: 1, arbitrary: fc.constant(ANY_VALUE) },
  );
}

function knownValues(subject: Subject, operator: Operator, words: Words): fc.Arbitrary<Value> {
  if (operator === 'matches') return texts(REGEXES);
  if (operator === 'contains') return text(words);
  if (subject.kind === 'path') return pathValues(words, operator);
  return subject.kind === 'field'
    ? fieldValues(subject.name, words)
    : fc.oneof(text(words), pattern(words, ['any', 'one']));
}

function comparison(words: Words): fc.Arbitrary<QueryNode> {
  const field = fc.constantFrom(...FIELD_NAMES).map((name): Subject => ({ kind: 'field', name }));
  const tag = words.member.filter((name) => name !== '').map((name): Subject => ({ kind: 'tag', name }));
  const path = randomPath(words).map((value): Subject => ({ kind: 'path', path: value }));
  return fc.oneof(field, field, tag, path).chain((subject) => {
    const type = subject.kind === 'field' ? fieldInfo(subject.name).type : 'text';
    const allowed: readonly Operator[] =
      subject.kind === 'path' ? ['=', '!=', '>', '<=', 'contains', 'matches', 'in', 'exists'] : operatorsOf(type);
    return fc.constantFrom(...allowed).chain((operator) => {
      const bounds = operator === 'exists' ? [0, 0] : operator === 'in' ? [2, 3] : [1, 1];
      return fc
        .array(values(subject, operator, words), { minLength: bounds[0] ?? 0, maxLength: bounds[1] ?? 0 })
        .map((all): QueryNode => ({ kind: 'compare', subject, operator, values: all }));
    });
  });
}

/** A random query. */
export function randomQuery(words: Words): fc.Arbitrary<QueryNode> {
  const search = fc
    .oneof(
      words.text.map((value) => ({ type: 'text' as const, text: value })),
      pattern(words, ['any']),
    )
    .map((value): QueryNode => ({ kind: 'text', value }));
  const leaf = fc.oneof(comparison(words), comparison(words), comparison(words), search);
  return fc.letrec<{ node: QueryNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc
        .tuple(fc.constantFrom('and', 'or' as const), fc.array(tie('node'), { minLength: 2, maxLength: 3 }))
        .map(([kind, nodes]) => joined(kind, nodes)),
      tie('node').map((node): QueryNode => ({ kind: 'not', node })),
    ),
  })).node;
}

/** How often a property is tried: longer when asked for. */
export function runs(usual: number): number {
  const asked = Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? '0');
  return Math.max(usual, asked);
}
