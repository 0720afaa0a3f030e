import type { InterpolateFunction } from '@grafana/data';
import { ALL_MODELS } from './viewState';
import { variableModel } from './dashboardVariable';

/** As Grafana: formats are names or functions, lists are joined by `raw`. */
function holding(value: string | string[]): InterpolateFunction {
  return (text, _, format) => {
    if (text === '${model:raw}') {
      return String(value);
    }
    return text === '${model}' ? (format as (value: unknown) => string)(value) : text;
  };
}

it.each([
  ['one model', 'gpt-4o', 'gpt-4o'],
  ['a list of one', ['gpt-4o'], 'gpt-4o'],
  ['a model with a comma', 'a,b', 'a,b'],
  ['several, as "All" of a variable without a value for it', ['a', 'b'], ALL_MODELS],
  ['none of no models', [], ALL_MODELS],
])('a variable that holds %s is shown as that', (_, value, model) => {
  expect(variableModel('model', holding(value))).toBe(model);
});

it('without the variable the panel keeps the model itself', () => {
  expect(variableModel('model', (text) => text)).toBeUndefined();
});
