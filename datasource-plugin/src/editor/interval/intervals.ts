import type { ComboboxOption } from '@grafana/ui';
import { LIMITS } from '../../contract/constants.gen';
import { holdsVariable } from '../../query/variablePattern';

/** The interval of the panel, as queries save it. */
const PANEL: ComboboxOption = {
  value: '$__interval',
  label: 'Panel',
  description: 'The interval of the panel ($__interval)',
};

const WIDTHS: ComboboxOption[] = [
  { value: '5m', label: '5 minutes' },
  { value: '1h', label: '1 hour' },
  { value: '1d', label: '1 day' },
];

/** The interval by which metrics are one number per group. */
export const ONE_NUMBER = 'none';

/** Intervals of metrics. */
export const METRICS_INTERVALS: ComboboxOption[] = [
  { value: LIMITS.MetricsQuery.interval.default, label: 'Auto', description: 'Hours up to one day, then days' },
  PANEL,
  { value: ONE_NUMBER, label: 'One number', description: 'The whole time range, for stat panels and alert rules' },
  ...WIDTHS,
];

/** Intervals of heatmaps. */
export const HEATMAP_INTERVALS: ComboboxOption[] = [PANEL, ...WIDTHS];

const WIDTH = new RegExp(LIMITS.MetricsRequest.interval.pattern);

/** What is wrong with an interval, as a sentence; undefined when nothing is. */
export function intervalFault(interval: string, options: ComboboxOption[]): string | undefined {
  const isKnown = options.some(({ value }) => value === interval) || WIDTH.test(interval) || holdsVariable(interval);
  return isKnown ? undefined : 'A width is a number and s, m, h, d, w or M, such as 15m.';
}
