import { narrowing, shownFields, withPick } from './cascade';

it('hosted models offer deployments and versions, external ones connections', () => {
  expect(shownFields({ model_type: ['open-source'] })).toEqual([
    'model_type',
    'model',
    'deployment',
    'deployment_version',
  ]);
  expect(shownFields({ model_type: ['external'] })).toEqual(['model_type', 'model', 'connection']);
  const all = ['model_type', 'model', 'deployment', 'deployment_version', 'connection'];
  expect(shownFields({})).toEqual(all);
  expect(shownFields({ model_type: ['external', 'fine-tuned'] })).toEqual(all);
  expect(shownFields({ model_type: ['$type'] })).toEqual(all);
});

it('a pick that is set is shown, whatever the model type, so that it can be taken back', () => {
  expect(shownFields({ model_type: ['external'], deployment: ['a'] })).toContain('deployment');
});

it('values of a pick are narrowed by wider picks and other filters, not by narrower ones', () => {
  const filters = { model_type: ['external'], model: ['m'], connection: ['c'], status: ['error'] };
  expect(narrowing(filters, 'model')).toEqual({ model_type: ['external'], status: ['error'] });
});

it('another model takes the deployments of the old one away, but neither variables nor other filters', () => {
  const filters = { model: ['a'], deployment: ['d', '$deployment'], deployment_version: ['1'], status: ['error'] };
  expect(withPick(filters, 'model', ['b'])).toEqual({
    model: ['b'],
    deployment: ['$deployment'],
    status: ['error'],
  });
});

it('a further model, or none, keeps what was picked under it', () => {
  const filters = { model: ['a'], deployment: ['d'] };
  expect(withPick(filters, 'model', ['a', 'b'])).toEqual({ model: ['a', 'b'], deployment: ['d'] });
  expect(withPick(filters, 'model', [])).toEqual({ deployment: ['d'] });
});

it('a model type takes away what its models do not have', () => {
  const filters = { deployment: ['d'], connection: ['c'] };
  expect(withPick(filters, 'model_type', ['external'])).toEqual({ model_type: ['external'], connection: ['c'] });
});
