import type { QueryBuilder, QueryParseAnswer } from '../../resources/resources';
import { readCondition, writeCondition } from './conversion';

const answer = (changes: Partial<QueryParseAnswer>): QueryParseAnswer => ({
  text: '',
  ast: null,
  builder: null,
  diagnostics: [],
  ...changes,
});

it('a condition without text has no steps, and nobody is asked', async () => {
  const parseQuery = jest.fn();
  expect(await readCondition({ parseQuery }, ' \n')).toEqual({
    builder: { conjunction: 'and', steps: [] },
    diagnostics: [],
  });
  expect(parseQuery).not.toHaveBeenCalled();
});

it('steps with variables survive the way to the text and back', async () => {
  const steps: QueryBuilder['steps'] = [
    { field: 'model', operator: '=', value: '$model' },
    { field: 'source', operator: 'contains', value: 'say "hi"' },
    { field: 'duration_ms', operator: '>', value: '${limit}' },
  ];
  const sent: QueryBuilder[] = [];
  // As the trace server answers: a tag's comparison stands as it was given.
  const formatQuery = (builder: QueryBuilder) => {
    sent.push(builder);
    return Promise.resolve('tags.variable_0 = v OR source contains "say \\"hi\\"" OR tags.variable_2 = v');
  };
  const text = await writeCondition({ formatQuery }, { conjunction: 'or', steps });
  expect(text).toBe('model = $model OR source contains "say \\"hi\\"" OR duration_ms > ${limit}');
  expect(sent).toEqual([
    {
      conjunction: 'or',
      steps: [
        { field: 'tags.variable_0', operator: '=', value: 'v' },
        steps[1],
        { field: 'tags.variable_2', operator: '=', value: 'v' },
      ],
    },
  ]);
  const parseQuery = (asked: string) => {
    expect(asked).toBe('tags.variable_0 = v OR source contains "say \\"hi\\"" OR tags.variable_1 = v');
    return Promise.resolve(
      answer({
        builder: {
          conjunction: 'or',
          steps: [
            { field: 'tags.variable_0', operator: '=', value: 'v' },
            { field: 'source', operator: 'contains', value: 'say "hi"' },
            { field: 'tags.variable_1', operator: '=', value: 'v' },
          ],
        },
      })
    );
  };
  expect((await readCondition({ parseQuery }, text)).builder).toEqual({ conjunction: 'or', steps });
});

it('a text with a fault stays text, and the fault is where it was written', async () => {
  const condition = 'model = $m AND cots > 1';
  const parseQuery = (asked: string) =>
    Promise.resolve(
      answer({
        diagnostics: [
          { message: 'There is no field "cots".', expected: 'a field', position: asked.indexOf('cots'), length: 4 },
        ],
      })
    );
  const read = await readCondition({ parseQuery }, condition);
  expect(read.builder).toBeUndefined();
  expect(read.reason).toContain('fault');
  expect(read.diagnostics).toEqual([
    { message: 'There is no field "cots".', expected: 'a field', position: condition.indexOf('cots'), length: 4 },
  ]);
});

const compare = (changes: object) => ({
  kind: 'compare' as const,
  field: 'model',
  operator: '=' as const,
  values: [],
  ...changes,
});

it.each<[string, QueryParseAnswer['ast']]>([
  ['NOT', { kind: 'not', nodes: [compare({})] }],
  ['AND and OR in one condition', { kind: 'and', nodes: [compare({}), { kind: 'or', nodes: [] }] }],
  ['text to search for without a field', { kind: 'text', values: [{ type: 'text', text: 'refund' }] }],
  ['JSONPath', compare({ field: '$.request.a' })],
  ['a list of values', compare({ operator: 'in' })],
  [
    'a list of values',
    compare({
      values: [
        { type: 'text', text: 'a' },
        { type: 'text', text: 'b' },
      ],
    }),
  ],
  ['the operator matches', { kind: 'and', nodes: [compare({}), compare({ operator: 'matches' })] }],
  ['the operator exists', compare({ operator: 'exists' })],
  ['the wildcards * and ?', compare({ values: [{ type: 'pattern', text: 'gpt-*' }] })],
  ['all of this condition', compare({})],
])('who cannot go to the builder is told that steps cannot show %s', async (obstacle, ast) => {
  const parseQuery = () => Promise.resolve(answer({ ast }));
  expect((await readCondition({ parseQuery }, 'x')).reason).toBe(`Steps cannot show ${obstacle}, so it stays text.`);
});
