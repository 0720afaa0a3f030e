import { answerWith } from '../fixtures/panel';
import { forgetModels, loadModels, readModels } from './models';

const SOURCE = { ref: { uid: 'modeltrace' }, scopedVars: undefined };
const listed = (model: string, over: Record<string, unknown> = {}) => ({
  model,
  model_type: 'external',
  requests: 1,
  first_trace_time: '2026-01-01T00:00:00.000000Z',
  last_trace_time: '2026-11-21T08:00:00.000000Z',
  ...over,
});

beforeEach(forgetModels);

it('the most used model comes first, and a name only once', () => {
  const models = [
    listed('b'),
    listed('a'),
    listed('busy', { requests: 9 }),
    listed('busy', { model_type: 'fine-tuned' }),
  ];
  expect(readModels({ models }).map(({ name, kind }) => [name, kind])).toEqual([
    ['busy', 'external'],
    ['a', 'external'],
    ['b', 'external'],
  ]);
});

it('an answer that is no list of models is one without models, and parts of it that are none are left out', () => {
  expect(readModels('no')).toEqual([]);
  expect(readModels({ models: [null, {}, { model: '' }, { model: 'kept', first_trace_time: 'x' }] })).toEqual([
    { name: 'kept', kind: 'external', requests: 0 },
  ]);
});

it('several parts of a page ask once, and again after a failure', async () => {
  const answers = [Promise.reject(new Error('no')), Promise.resolve({ models: [listed('a')] })];
  const getResource = jest.fn(() => answers.shift() ?? Promise.resolve({ models: [] }));
  answerWith({ getResource });
  await expect(loadModels(SOURCE)).rejects.toThrow('no');
  const [first, second] = await Promise.all([loadModels(SOURCE), loadModels(SOURCE)]);
  expect(first).toEqual([expect.objectContaining({ name: 'a' })]);
  expect(second).toBe(first);
  expect(getResource).toHaveBeenCalledTimes(2);
});
