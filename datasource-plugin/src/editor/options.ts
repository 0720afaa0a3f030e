import type { ComboboxOption } from '@grafana/ui';

/** The option of a saved value, or one that shows the value as it is. */
export function optionOf<T extends string>(options: ComboboxOption<T>[], value: T): ComboboxOption<T> {
  return options.find((option) => option.value === value) ?? { value, label: value };
}
