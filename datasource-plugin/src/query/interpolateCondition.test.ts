import { readFileSync } from 'fs';
import path from 'path';
import { fakeTemplates, type Variables } from '../testing/fakes';
import { Interpolation } from './interpolate';

const file = path.resolve(__dirname, '../../../contract/fixtures/queries/interpolation.json');
interface Fixture {
  variables: Variables;
  cases: Record<string, { text: string; interpolated: string }>;
}
// The trace server is tested to read the interpolated texts as what they should mean.
const { variables, cases } = JSON.parse(readFileSync(file, 'utf8')) as Fixture;

const interpolated = (text: string, given: Variables, scoped = {}) =>
  new Interpolation(fakeTemplates(given), scoped).condition(text);

describe('a variable in a condition', () => {
  it.each(Object.entries(cases))('%s', (_, { text, interpolated: expected }) => {
    expect(interpolated(text, variables)).toBe(expected);
  });

  it('at All is any value with and without a custom all value, and a custom all value is a value', () => {
    const all = { plain: { options: ['a', 'b'] }, custom: { options: ['a'], allValue: '$__all' } };
    expect(interpolated('model = $plain OR model = ${plain:csv} OR "x $plain"', all)).toBe(
      'model = * OR model = * OR *'
    );
    expect(interpolated('model in ($custom)', all)).toBe('model in (*)');
    const some = { some: { options: ['a', 'b'], allValue: 'a" OR "' } };
    expect(interpolated('model = $some', some)).toBe('model = "a\\" OR \\""');
  });

  it('that is kept out of the address is at All too', () => {
    const templates = fakeTemplates({ model: { options: ['a', 'b'] } });
    const replace: typeof templates.replace = (text, scoped, format) =>
      text === '${model:queryparam}' ? '' : templates.replace(text, scoped, format);
    expect(new Interpolation({ replace }, {}).condition('model = $model')).toBe('model = *');
  });

  it('has the value of a repeated panel, and the interval of the panel', () => {
    const scoped = { model: { text: 'B', value: 'b' }, __interval: { text: '5m', value: '5m' } };
    expect(interpolated('model = $model AND duration > $__interval', { model: ['a', 'b'] }, scoped)).toBe(
      'model = "b" AND duration > "5m"'
    );
  });

  it('that is a time keeps its format', () => {
    const templates = fakeTemplates({ __from: '1000' });
    const replace: typeof templates.replace = (text, scoped, format) =>
      text === '${__from:date:iso}' ? '1970-01-01T00:00:01.000Z' : templates.replace(text, scoped, format);
    expect(new Interpolation({ replace }, {}).condition('start_time > ${__from:date:iso} $__from')).toBe(
      'start_time > "1970-01-01T00:00:01.000Z" "1000"'
    );
  });

  it('that is searched in a drop-down list is any value while nothing is typed', () => {
    const typed = { __searchFilter: { text: 'gp', value: 'gp' } };
    expect(interpolated('model contains $__searchFilter', {})).toBe('model contains *');
    expect(interpolated('model contains $__searchFilter', {}, typed)).toBe('model contains "gp"');
  });
});
