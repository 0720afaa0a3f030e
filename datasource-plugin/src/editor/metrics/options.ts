import type { ComboboxOption } from '@grafana/ui';
import { MEASURES } from '../../contract/constants.gen';

/** The numbers that can be shown. */
export const MEASURE_OPTIONS: ComboboxOption[] = Object.entries(MEASURES).map(([value, { label, description }]) => ({
  value,
  label,
  description,
}));
