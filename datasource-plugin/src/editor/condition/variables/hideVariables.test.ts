import { hideVariables } from './hideVariables';
import { variablesIn } from '../../../query/variablePattern';

it.each([
  ['model = $model', 'tags.variable_0 = v'],
  ['duration > $limit AND NOT status = ${s:csv}', 'tags.variable_0 = v AND NOT tags.variable_1 = v'],
  ['status in ($a, error)', 'status in (success, error)'],
  ['duration in ([[a]])', 'duration in (1)'],
  ['model = ($a, b) AND cost > ($c)', 'model = (variable_0, b) AND cost > (1)'],
  ['model not contains $m', 'model not contains variable_0'],
  ['$.request.usage.total > $n', '$.request.usage.total > 1'],
  ['${topic:csv} refund', 'variable_0 refund'],
  ['start_time != $t', 'start_time != 2026-01-01'],
  ['model = "$model"', 'model = "$model"'],
  ['workflow matches ^prod$ AND cost > $5', 'workflow matches ^prod$ AND cost > $5'],
  ['tags.variable_0 = $x', 'tags.variable__0 = v'],
])('the trace server can read %s before its variables have values', (condition, text) => {
  expect(hideVariables(condition).text).toBe(text);
});

it('a fault is underlined where it was written, not where it is without variables', () => {
  const condition = 'model = $m AND cots > 1 AND status = $status';
  const hidden = hideVariables(condition);
  const position = hidden.text.indexOf('cots');
  const { position: start, length } = hidden.written({ position, length: 4 });
  expect(condition.slice(start, start + length)).toBe('cots');
  const inside = hidden.written({ position: hidden.text.indexOf('= v'), length: 1 });
  expect(condition.slice(inside.position, inside.position + inside.length)).toBe('model = $m');
  const end = hidden.written({ position: hidden.text.length, length: 0 });
  expect(end).toEqual({ position: condition.length, length: 0 });
});

it('steps get their variables back, and what steps cannot show is told', () => {
  const hidden = hideVariables('latency >= $limit');
  const steps = [{ field: 'tags.variable_0', operator: '=' as const, value: 'v' }];
  expect(hidden.canShow).toBe(true);
  expect(hidden.restored({ conjunction: 'and', steps }).steps).toEqual([
    { field: 'duration_ms', operator: '>=', value: '$limit' },
  ]);
  expect(hideVariables('model in ($model)').canShow).toBe(false);
  expect(hideVariables('model = ($a, $b)').canShow).toBe(false);
  expect(hideVariables('model = "app-$env"').canShow).toBe(false);
  expect(hideVariables('model = "$model"').canShow).toBe(true);
  expect(hideVariables('source = "my $env app"').canShow).toBe(true);
});

it('variables are found in all of their forms, and money is none', () => {
  expect(variablesIn('$a ${b:csv} [[c]] $5 $.request')).toEqual(['$a', '${b:csv}', '[[c]]']);
});
