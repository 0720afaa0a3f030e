import type { ModeltraceQuery } from '../../types';
import { alertHints } from './alertHints';

const base = { refId: 'A', schemaVersion: 2 } as const;
const rate: ModeltraceQuery = { ...base, queryType: 'metrics', measures: ['failure_rate'], interval: 'none' };

it('a metric as one number needs no hint', () => {
  expect(alertHints(rate)).toEqual([]);
});

it('a variable is named, because the rule would fail with it', () => {
  const [hint] = alertHints({ ...rate, query: 'model = $model' });
  expect(hint).toMatchObject({ severity: 'warning' });
  expect(hint?.text).toContain('$model');
});

it('a metric over time is offered as one number, with everything else kept', () => {
  const [hint] = alertHints({ ...rate, interval: '1h', groupBy: ['model'] });
  expect(hint?.better?.query).toEqual({ ...rate, groupBy: ['model'] });
});

it.each(['traces', 'trace', 'heatmap', 'annotations'] as const)('%s has no number to compare', (queryType) => {
  expect(alertHints({ ...base, queryType })).toEqual([expect.objectContaining({ severity: 'warning' })]);
});

it('replicas together with their maximum are two numbers per deployment, of which an alert rule can compare one', () => {
  const replicas: ModeltraceQuery = { ...base, queryType: 'replicas', filters: { model: ['llama'] } };
  const [hint, ...others] = alertHints(replicas);
  expect(hint?.better?.query).toEqual({ ...replicas, value: 'saturation' });
  expect(others).toEqual([]);
});

it('replicas with one value need no hint', () => {
  expect(alertHints({ ...base, queryType: 'replicas', value: 'replicas' })).toEqual([]);
});

it('the evaluated window is for links and no condition', () => {
  expect(alertHints({ ...base, queryType: 'window', edge: 'end' })).toEqual([
    expect.objectContaining({ severity: 'info', text: expect.stringContaining('links') as string }),
  ]);
});
