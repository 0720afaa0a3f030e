import type { ComboboxOption } from '@grafana/ui';
import { LIMITS, MEASURES } from '../../contract/constants.gen';

/** The numbers that can be shown. */
export const MEASURE_OPTIONS: ComboboxOption[] = Object.entries(MEASURES).map(([value, { label, description }]) => ({
  value,
  label,
  description,
}));

/** Widths of the points in time; others can be typed. */
export const INTERVAL_OPTIONS: ComboboxOption[] = [
  { value: LIMITS.MetricsQuery.interval.default, label: 'Auto', description: 'Hours up to one day, then days' },
  { value: '$__interval', label: 'Panel', description: 'The interval of the panel' },
  { value: 'none', label: 'One number', description: 'The whole time range, for stat panels and alert rules' },
  { value: '5m', label: '5 minutes' },
  { value: '1h', label: '1 hour' },
  { value: '1d', label: '1 day' },
];

/** The option of a saved value, or one that shows the value as it is. */
export function optionOf(options: ComboboxOption[], value: string): ComboboxOption {
  return options.find((option) => option.value === value) ?? { value, label: value };
}
