import fc from 'fast-check';
import {
  differs,
  draftsOf,
  finished,
  FIRST_STEP,
  stepProblem,
  withField,
  withNewStep,
  withoutStep,
  withStep,
} from './drafts';
import { builderOperators, QUERY_FIELD_NAMES, type QueryBuilder, queryFieldType } from './queryFields';
import { durationMs, isValueOf } from './valueForm';

const textFields = QUERY_FIELD_NAMES.filter((field) => queryFieldType(field) === 'text');
const step = fc.constantFrom(...textFields, 'tags.env').chain((field) =>
  fc.record({
    field: fc.constant(field),
    operator: fc.constantFrom(...builderOperators(field)),
    value: fc.string({ unit: 'binary' }),
  })
);
const builders: fc.Arbitrary<QueryBuilder> = fc.record({
  conjunction: fc.constantFrom('and', 'or'),
  steps: fc.array(step),
});

it('opening the builder, adding and removing a step loses nothing of the condition that is applied', () => {
  fc.assert(
    fc.property(builders, (applied) => {
      const drafts = draftsOf(applied);
      const added = withNewStep(drafts);
      expect(finished(drafts)).toEqual(applied);
      expect(finished(added)).toEqual(applied);
      expect(new Set(added.steps.map(({ id }) => id)).size).toBe(added.steps.length);
      expect(withoutStep(added, added.steps.at(-1)!.id)).toEqual(drafts);
      expect(differs(drafts, applied)).toBe(false);
      // Empty steps of an empty condition are nothing that could be lost.
      expect(differs(added, applied)).toBe(applied.steps.length > 0);
    })
  );
});

it('a change of any part of a step counts as not applied', () => {
  fc.assert(
    fc.property(builders, fc.nat(), (applied, index) => {
      fc.pre(applied.steps.length > 0);
      const drafts = draftsOf(applied);
      const changed = drafts.steps[index % drafts.steps.length]!;
      expect(differs(withStep(drafts, { ...changed, value: `${changed.value ?? ''}x` }), applied)).toBe(true);
      expect(differs(withStep(drafts, { ...changed, value: undefined }), applied)).toBe(true);
    })
  );
});

it('AND and OR make no difference to a single step', () => {
  const one = draftsOf({ conjunction: 'and', steps: [{ field: 'model', operator: '=', value: 'a' }] });
  expect(differs({ ...one, conjunction: 'or' }, finished(one))).toBe(false);
  expect(differs({ ...FIRST_STEP, conjunction: 'or' }, finished(FIRST_STEP))).toBe(false);
});

it('steps without a column or value, or with a value that the column does not take, are told apart and not applied', () => {
  const steps = [
    { id: 0, operator: '=' as const },
    { id: 1, field: 'model', operator: '=' as const },
    { id: 2, field: 'duration_ms', operator: '>' as const, value: 'fast' },
    { id: 3, field: 'source', operator: '=' as const, value: '' },
  ];
  expect(steps.map(stepProblem)).toEqual(['no-field', 'no-value', 'wrong-value', undefined]);
  expect(finished({ conjunction: 'and', steps }).steps).toEqual([{ field: 'source', operator: '=', value: '' }]);
});

it('another column keeps operator and value where they still fit', () => {
  const model = { id: 7, field: 'model', operator: 'contains' as const, value: 'x' };
  expect(withField(model, 'source')).toEqual({ ...model, field: 'source' });
  expect(withField(model, 'duration_ms')).toEqual({ id: 7, field: 'duration_ms', operator: '=', value: undefined });
  expect(withField({ ...model, field: 'duration_ms', operator: '>', value: '5s' }, 'ttft_ms')).toMatchObject({
    operator: '>',
    value: '5s',
  });
  expect(withField({ id: 0, operator: '=' }, 'start_time').operator).toBe('>');
});

it.each([
  ['duration_ms', ['0:01:500', '1.5s', '250ms', '1m30s', '200'], ['1 s', '0:01', 'fast', '-1', '']],
  ['total_tokens', ['200', '10k', '1.5M'], ['many', '1 k']],
  ['cost_usd', ['0.50', '$0.50'], ['0,50', '€1']],
  ['start_time', ['2026-11-21', '2026-11-21T08:00:00Z'], ['yesterday']],
  ['status', ['failed', 'success', 'Error'], ['bad']],
  ['streamed', ['true'], ['yes']],
  ['model', ['anything "at" all', ''], []],
])('a value of %s is taken or refused as the trace server does it', (field, right, wrong) => {
  expect(right.filter((value) => !isValueOf(field, value))).toEqual([]);
  expect(wrong.filter((value) => isValueOf(field, value))).toEqual([]);
});

it('a duration is understood however it is written, and m:s:ms of any time gives that time back', () => {
  expect(['1.5s', '250ms', '1m30s', '0:01:500', '200', '2h', '1min'].map(durationMs)).toEqual([
    1500, 250, 90_000, 1500, 200, 7_200_000, 60_000,
  ]);
  expect(durationMs('soon')).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(59), fc.nat(59), fc.nat(999), (minutes, seconds, milliseconds) => {
      expect(durationMs(`${minutes}:${seconds}:${milliseconds}`)).toBe(
        minutes * 60_000 + seconds * 1000 + milliseconds
      );
    })
  );
});
