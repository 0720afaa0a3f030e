import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../contract/constants.gen.js';
import { CodedError } from '../errors.js';
import { hostileWords, randomQuery, runs } from '../testing/randomQueries.js';
import { isAnyValue, type QueryNode, type Subject, type Value } from './ast.js';
import { complete } from './complete.js';
import { builderOf, textOfBuilder } from './builder.js';
import type { FilterNode, FilterOperand, PathStep } from './path/pathAst.js';
import { print } from './print.js';
import { readQuery } from './readQuery.js';
import { compile } from './sql/compile.js';

const { maxDepth, maxLength, maxTerms } = LIMITS.QueryText;

/** Reads a text; undefined when it is refused as it should be, with a place inside the text. */
function readOrRefused(text: string): QueryNode | undefined {
  try {
    return readQuery(text);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    expect(error.code).toBe('INVALID_ARGUMENT');
    expect(error.field).toBe('query');
    expect(error.message.length).toBeLessThan(300);
    const { position, length } = error.span ?? { position: -1, length: -1 };
    expect(position).toBeGreaterThanOrEqual(0);
    expect(length).toBeGreaterThanOrEqual(0);
    expect(position + length).toBeLessThanOrEqual(text.length);
    return undefined;
  }
}

const FRAGMENTS = [
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  '\\',
  ' ',
  ' ',
  ':',
  '=',
  '!=',
  '>',
  '<=',
  ',',
  '*',
  '?',
  '$.request',
  '$',
  '.',
  '@',
  '&&',
  '||',
  '!',
  '~',
  '=~',
  '!contains',
  'is',
  'like',
  'parsecs',
  'a&&b',
  '[?(',
  '-1',
  'status',
  'model',
  'cost',
  'tags.',
  'tags[',
  'and',
  'OR',
  'Not',
  'in (',
  'contains',
  'matches',
  'exists',
  '1.5s',
  'error',
  'заказ',
  '東京',
  '\ud83d',
  '\0',
  '{2,1}',
  '(?=',
  '\\1',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 25 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 25 }).map((parts) => parts.join(' ')),
);

describe('the query language', () => {
  it('a query that is written out and read again is the same query', () => {
    fc.assert(
      fc.property(randomQuery(hostileWords), (node) => {
        const text = print(node);
        fc.pre(text.length <= maxLength);
        expect(readQuery(text), text).toEqual(node);
      }),
      { numRuns: runs(500) },
    );
  });

  it('what the builder shows and writes again is the same query', () => {
    fc.assert(
      fc.property(randomQuery(hostileWords), (node) => {
        const builder = builderOf(node);
        if (builder) expect(readQuery(textOfBuilder(builder))).toEqual(node);
      }),
      { numRuns: runs(500) },
    );
  });

  it('any text is read or refused with the place of its fault, and completed', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, caret) => {
        const node = readOrRefused(text);
        if (node) expect(readQuery(print(node))).toEqual(node);
        const { span } = complete(text, caret);
        expect(span.position + span.length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('nothing that someone writes changes the SQL: queries of one shape have one SQL', () => {
    fc.assert(
      fc.property(randomQuery(hostileWords), (node) => {
        const other = withOtherValues(node);
        const [one, two] = [compile(node, 'p'), compile(other, 'p')];
        expect(two.sql).toBe(one.sql);
        expect([...two.columns]).toEqual([...one.columns]);
      }),
      { numRuns: runs(500) },
    );
  });

  it('long texts that repeat themselves are read, written and completed without going over them again and again', () => {
    for (const part of ['\\', '1', 'a', '"', '*', '1.', 'a-', '\\"', '[', '{1}', 'a:', '$.a', "'"]) {
      for (const end of [' ', '!', '(', 'é', '"']) {
        const text = `${part.repeat(Math.floor(3900 / part.length))}${end}`;
        const query = () => {
          for (const written of [
            text,
            `model = ${text}`,
            `model matches "${text}"`,
            `$.request.aaa contains ${text}`,
          ]) {
            const node = readOrRefused(written);
            if (node) compile(node, 'p');
            if (node) print(node);
            complete(written, written.length);
          }
        };
        runInNewContext('query()', { query }, { timeout: 20_000 });
      }
    }
  });

  it('texts that would exhaust the parser are refused at once', () => {
    const deep = '('.repeat(maxDepth + 1) + 'a' + ')'.repeat(maxDepth + 1);
    expect(readOrRefused(deep)).toBeUndefined();
    expect(readOrRefused('('.repeat(maxLength))).toBeUndefined();
    expect(readOrRefused('NOT '.repeat(1999) + 'a')).toBeUndefined();
    expect(readOrRefused('a '.repeat(maxTerms + 1))).toBeUndefined();
    expect(readOrRefused(`model in (${'a,'.repeat(maxTerms)}a)`)).toBeUndefined();
    expect(readOrRefused(`$.request${'[?('.repeat(600)}`)).toBeUndefined();
    expect(readOrRefused(`$.request${'[?(!'.repeat(500)}`)).toBeUndefined();
    expect(readOrRefused(`$.request${'.a'.repeat(2000)} exists`)).toBeUndefined();
    expect(readOrRefused(`model matches "${'('.repeat(900)}"`)).toBeUndefined();
    expect(readOrRefused('a'.repeat(maxLength + 1))).toBeUndefined();
    expect(readOrRefused('a '.repeat(maxTerms))).toMatchObject({ kind: 'and' });
  });
});

const OTHER = "'; DROP TABLE traces; --";

function otherSteps<Step extends PathStep>(steps: readonly Step[]): Step[] {
  return steps.map((step) => {
    if (step.kind === 'member') return { ...step, name: OTHER };
    if (step.kind === 'index') return { ...step, index: 7 };
    return step.kind === 'filter' ? { ...step, condition: otherFilter(step.condition) } : step;
  });
}

function otherOperand(operand: FilterOperand): FilterOperand {
  if (operand.kind === 'path') return { kind: 'path', steps: otherSteps(operand.steps) };
  if (typeof operand.value === 'string') return { kind: 'literal', value: OTHER };
  return typeof operand.value === 'number' ? { kind: 'literal', value: 7 } : operand;
}

function otherFilter(node: FilterNode): FilterNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, nodes: node.nodes.map(otherFilter) };
    case 'not':
      return { kind: 'not', node: otherFilter(node.node) };
    case 'exists':
      return { kind: 'exists', steps: otherSteps(node.steps) };
    case 'compare':
      return { ...node, left: otherOperand(node.left), right: otherOperand(node.right) };
  }
}

function otherSubject(subject: Subject): Subject {
  if (subject.kind === 'tag') return { kind: 'tag', name: OTHER };
  if (subject.kind === 'field') return subject;
  return { kind: 'path', path: { ...subject.path, steps: otherSteps(subject.path.steps) } };
}

function otherValue(value: Value): Value {
  if (isAnyValue(value)) return value;
  if (value.type === 'text' || value.type === 'pattern') return { ...value, text: OTHER };
  return value.type === 'number' ? { ...value, number: 7 } : value;
}

/** The same query with other values, names of members and tags. */
function withOtherValues(node: QueryNode): QueryNode {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, nodes: node.nodes.map(withOtherValues) };
    case 'not':
      return { kind: 'not', node: withOtherValues(node.node) };
    case 'text':
      return { kind: 'text', value: { ...node.value, text: OTHER } };
    case 'compare':
      return { ...node, subject: otherSubject(node.subject), values: node.values.map(otherValue) };
  }
}
