import { rangeUtil } from '@grafana/data';
import { QUICK_RANGES, allTime, quickRangeOf, rangeEndingWith, RAW_RANGES } from './quickRanges';
import { oldestTrace } from './oldestTrace';

it('ranges are those of Grafana’s time picker, which names them too', () => {
  const named = QUICK_RANGES.filter((name) => name !== 'all-time').map((name) =>
    rangeUtil.describeTimeRange(RAW_RANGES[name])
  );
  expect(named).toEqual([
    'Today',
    'Yesterday',
    'This week',
    'This month',
    'Previous month',
    'Last 30 days',
    'Last 90 days',
    'This year',
    'Previous year',
  ]);
});

it('the chosen range is shown as chosen, and another one as none', () => {
  expect(quickRangeOf({ from: 'now-30d', to: 'now' })).toBe('last-30-days');
  expect(quickRangeOf({ from: 'now-30d', to: 'now-1d' })).toBeUndefined();
});

it('all time begins with the oldest trace of the chosen model, else of any, else long ago', () => {
  const model = (name: string, firstTraceMs?: number) => ({
    name,
    kind: 'external' as const,
    requests: 1,
    firstTraceMs,
  });
  const models = [model('a', 5000), model('b', 3000), model('c')].map(({ firstTraceMs, ...rest }) =>
    firstTraceMs === undefined ? rest : { ...rest, firstTraceMs }
  );
  expect(allTime(oldestTrace(models, 'a'))).toEqual({ from: '5000', to: 'now' });
  expect(allTime(oldestTrace(models, '$__all'))).toEqual({ from: '3000', to: 'now' });
  expect(allTime(oldestTrace([], 'a'))).toEqual({ from: 'now-20y', to: 'now' });
});

it('a range that ends with a trace has the trace in it, and keeps its length', () => {
  const { from, to } = rangeEndingWith(10_000_000, 3_600_000);
  expect(Number(to)).toBeGreaterThan(10_000_000);
  expect(Number(to) - Number(from)).toBe(3_600_000);
  expect(Number(rangeEndingWith(10_000_000, 1).from)).toBeLessThan(10_000_000);
});
