import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { print } from '../backend-mock/src/query/print.ts';
import { readQuery } from '../backend-mock/src/query/readQuery.ts';
import { interpolateCondition } from '../datasource-plugin/src/query/interpolateCondition.ts';

// What the data source makes of conditions with variables is read here by the trace server's own parser.

const { cases } = JSON.parse(readFileSync(new URL('fixtures/queries/interpolation.json', import.meta.url), 'utf8'));

/** Looks variables up in a table of values, as Grafana's template service would. */
const lookup = (table) => ({
  values: ({ name }) => table[name],
  formatted: ({ name }) => (table[name] === 'all' ? 'All' : (table[name] ?? []).join('|')),
});

/** A condition's shape: all but its values. Lists of values are one value, any value is a value. */
function shapeOf(node) {
  switch (node?.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, nodes: node.nodes.map(shapeOf) };
    case 'not':
      return { kind: 'not', node: shapeOf(node.node) };
    case 'compare': {
      const subject = node.subject.kind === 'tag' ? { kind: 'tag' } : withoutValues(node.subject);
      return { kind: 'compare', subject, operator: node.operator === 'in' ? '=' : node.operator };
    }
    default:
      return { kind: node?.kind };
  }
}

/** A path without what its filters compare with, and the names of its members. */
function withoutValues(subject) {
  return JSON.parse(JSON.stringify(subject), (key, value) =>
    ['value', 'name'].includes(key) && subject.kind === 'path' ? '' : value,
  );
}

/** Templates, each with the same condition for a value that cannot be misread. */
const TEMPLATES = [
  'model = $x',
  'model:${x:raw} AND status = error',
  'NOT model != ${x:csv} refund',
  'model in (a, $x, "b c") OR cost > 1',
  'model in ${x} b',
  'model not in ($x) (source = a OR source = b)',
  'input contains "about $x!" AND model = a',
  "source = 'x ${x:text} y' OR model = a",
  'model matches "^(${x})$" AND model = b',
  'source:app-$x AND model = a',
  'source:$x$x AND model = a',
  'a$x b',
  "it's $x 's'",
  'tags["$x!"] = b AND c',
  'tags.t$x = b AND c',
  '$.request.messages[?(@.role == \'$x!\')].content contains "a" AND b',
  'source = "\\$x" AND b',
  "source = 'a\\\\$x\\\\' AND b",
  '("$x" OR b) AND c',
];

const HOSTILE = [
  '"',
  "'",
  '\\',
  '(',
  ')',
  ' ',
  ',',
  ':',
  '=',
  '!=',
  '*',
  '?',
  '$x',
  '[[x]]',
  '&&',
  '!',
  '~',
  '[',
  ']',
  '.',
  '$.',
  'AND',
  'or',
  'NOT',
  'in',
  'exists',
  '\n',
  '\0',
  'a',
  '1',
  '--',
  '{',
  '}',
  '/',
  '🙂',
  'заказ',
];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
);
/** The longer runs that MODELTRACE_FUZZ_RUNS asks for. */
const PATIENCE = 600_000;
const numRuns = Math.max(60, Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? '0'));

describe('variables in a condition', () => {
  it.each(Object.entries(cases))('the trace server reads what becomes of it: %s', (_, { interpolated, canonical }) => {
    const node = readQuery(interpolated);
    expect(node && print(node)).toBe(canonical);
  });

  it.each(TEMPLATES)(
    'no value changes what is asked for: %s',
    (template) => {
      const shape = shapeOf(readQuery(interpolateCondition(template, lookup({ x: ['v'] }))));
      fc.assert(
        fc.property(hostile, (value) => {
          const text = interpolateCondition(template, lookup({ x: [value] }));
          expect(shapeOf(readQuery(text)), text).toEqual(shape);
        }),
        { numRuns },
      );
    },
    PATIENCE,
  );

  it(
    'the values of a variable are found in the condition as they are',
    () => {
      fc.assert(
        fc.property(fc.uniqueArray(hostile, { minLength: 1, maxLength: 4 }), (values) => {
          for (const template of ['model = $x', 'model in ($x)', 'model = ${x:raw}', 'model:"$x"']) {
            const node = readQuery(interpolateCondition(template, lookup({ x: values })));
            expect(node).toMatchObject({ kind: 'compare', values: values.map((text) => ({ type: 'text', text })) });
          }
          const [one] = values;
          const inText = readQuery(interpolateCondition("source = 'a $x b'", lookup({ x: [one] })));
          expect(inText).toMatchObject({ values: [{ type: 'text', text: `a ${one} b` }] });
          const inWord = readQuery(interpolateCondition('source:app$x', lookup({ x: [one] })));
          expect(inWord).toMatchObject({ values: [{ type: 'text', text: `app${one}` }] });
        }),
        { numRuns: numRuns * 4 },
      );
    },
    PATIENCE,
  );

  it(
    'any text with any variables is interpolated, and what has none stays as it is',
    () => {
      const fragments = fc.constantFrom(
        ...HOSTILE,
        '$x',
        '${x:raw}',
        'model',
        ' = ',
        ' in (',
        'matches ',
        '$.request[',
        'tags[',
      );
      fc.assert(
        fc.property(
          fc.array(fragments, { maxLength: 20 }).map((parts) => parts.join('')),
          (text) => {
            expect(interpolateCondition(text, lookup({}))).toBe(text);
            expect(typeof interpolateCondition(text, lookup({ x: ['a', 'b'] }))).toBe('string');
          },
        ),
        { numRuns: numRuns * 10 },
      );
    },
    PATIENCE,
  );
});
