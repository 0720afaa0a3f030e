import fc from 'fast-check';
import { QUERY_FIELDS } from '../../../contract/constants.gen';
import { builderOperators, queryFieldType } from '../../../query/queryFields';
import type { QueryBuilder } from '../../../resources/resources';
import { draftsOf, finished, withFieldOf, withNewStep, withoutStep, withStep } from './drafts';
import { fieldOf, loadFieldOptions } from './fieldOptions';
import { valueFault } from './valueFault';

it('steps that are not finished, or have a value the field does not take, are not part of the condition', () => {
  const steps = [
    { id: 0, field: 'status', operator: '=' as const, value: 'failed' },
    { id: 1, field: 'model', operator: '=' as const },
    { id: 2, operator: '=' as const },
    { id: 3, field: 'duration_ms', operator: '>' as const, value: 'fast' },
    { id: 4, field: 'source', operator: '=' as const, value: '' },
  ];
  expect(finished({ conjunction: 'or', steps })).toEqual({
    conjunction: 'or',
    steps: [
      { field: 'status', operator: '=', value: 'failed' },
      { field: 'source', operator: '=', value: '' },
    ],
  });
});

it('editing steps loses nothing: what came from the condition goes back unchanged', () => {
  const fields = Object.keys(QUERY_FIELDS).filter((field) => queryFieldType(field) === 'text');
  const step = fc.constantFrom(...fields).chain((field) =>
    fc.record({
      field: fc.constant(field),
      operator: fc.constantFrom(...builderOperators(field)) as fc.Arbitrary<QueryBuilder['steps'][number]['operator']>,
      value: fc.string({ unit: 'binary' }),
    })
  );
  const builder = fc.record({ conjunction: fc.constantFrom('and' as const, 'or' as const), steps: fc.array(step) });
  fc.assert(
    fc.property(builder, (given) => {
      const drafts = draftsOf(given);
      const added = withNewStep(drafts);
      const [last] = added.steps.slice(-1);
      expect(finished(drafts)).toEqual(given);
      expect(finished(added)).toEqual(given);
      expect(new Set(added.steps.map(({ id }) => id)).size).toBe(added.steps.length);
      expect(withoutStep(added, last!.id)).toEqual(drafts);
    })
  );
});

it('one step is changed and no other', () => {
  const drafts = draftsOf({
    conjunction: 'and',
    steps: [
      { field: 'model', operator: '=', value: 'a' },
      { field: 'source', operator: '=', value: 'b' },
    ],
  });
  const [, second] = drafts.steps;
  expect(finished(withStep(drafts, { ...second!, value: 'c' })).steps.map(({ value }) => value)).toEqual(['a', 'c']);
});

it('another column keeps operator and value where they still fit', () => {
  const step = { id: 7, field: 'model', operator: 'contains' as const, value: 'x' };
  expect(withFieldOf(step, 'source')).toEqual({ ...step, field: 'source' });
  expect(withFieldOf(step, 'duration_ms')).toEqual({ id: 7, field: 'duration_ms', operator: '=', value: undefined });
  expect(withFieldOf({ ...step, field: 'duration_ms', operator: '>', value: '5s' }, 'ttft_ms')).toMatchObject({
    operator: '>',
    value: '5s',
  });
  expect(withFieldOf({ id: 0, operator: '=' }, 'start_time').operator).toBe('>');
});

it.each([
  ['duration_ms', ['0:01:500', '1.5s', '250ms', '1m30s', '200', '2H', '$limit'], ['1 s', '0:01', 'fast', '-1']],
  ['total_tokens', ['200', '10k', '1.5M'], ['many', '1 k']],
  ['cost_usd', ['0.50', '$0.50', '1usd'], ['0,50', '€1']],
  ['start_time', ['2026-11-21', '2026-11-21T08:00:00Z', '${__from:date:iso}'], ['yesterday', '21.11.2026']],
  ['status', ['failed', 'Error', '$status'], ['bad']],
  ['streamed', ['true', 'FALSE'], ['yes']],
  ['model', ['anything "at" all', ''], []],
  ['tags.env', ['x'], []],
])('a value of %s is checked as the trace server reads it', (field, right, wrong) => {
  expect(right.filter((value) => valueFault(field, value) !== undefined)).toEqual([]);
  expect(wrong.filter((value) => valueFault(field, value) === undefined)).toEqual([]);
});

it('columns are found by label, name and other names; what is none of them is a tag', async () => {
  const completeQuery = jest.fn().mockResolvedValue({
    position: 0,
    length: 5,
    suggestions: [
      { kind: 'field', text: 'tags.', detail: '' },
      { kind: 'field', text: 'tags.env', detail: '3 requests' },
    ],
  });
  const values = async (typed: string) => (await loadFieldOptions({ completeQuery }, typed)).map(({ value }) => value);
  expect((await values('')).slice(0, 3)).toEqual(['status', 'request_id', 'duration_ms']);
  expect(await values('response time')).toEqual(['duration_ms']);
  expect(await values('prompt')).toContain('input');
  expect(completeQuery).not.toHaveBeenCalled();
  expect(await values('tags.e')).toEqual(['tags.env']);
  expect(completeQuery).toHaveBeenCalledWith({ text: 'tags.e', position: 6 });
  expect([fieldOf('Latency'), fieldOf('tags.env'), fieldOf('env'), fieldOf('a "b"')]).toEqual([
    'duration_ms',
    'tags.env',
    'tags.env',
    'tags["a \\"b\\""]',
  ]);
});
