import type { ComboboxOption } from '@grafana/ui';
import { DIMENSIONS } from '../../contract/constants.gen';

/** The fields to filter and group by, as options. */
export const FIELD_OPTIONS: ComboboxOption[] = Object.entries(DIMENSIONS).map(([value, label]) => ({
  value,
  label,
}));
