import type { TimeRange } from '@grafana/data';
import type { ComboboxOption } from '@grafana/ui';
import type { FieldValueSource } from '../../resources/fieldValueSource';
import type { Filters } from '../../types';

/** What the options of one filter's values depend on. */
export interface ValueOptionsContext {
  datasource: FieldValueSource;
  field: string;
  /** All filters of the query; those of other fields narrow the options. */
  filters: Filters;
  range: TimeRange | undefined;
}

/**
 * Options for a typed text: the dashboard's variables, then the field's values in the time range, most frequent first.
 */
export async function loadValueOptions(context: ValueOptionsContext, typed: string): Promise<ComboboxOption[]> {
  const { datasource, field, filters, range } = context;
  const variables = datasource.variableNames().filter((name) => name.toLowerCase().includes(typed.toLowerCase()));
  // Narrowed by its own values, a field would only offer what is chosen already.
  const others = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== field));
  const values = await datasource.resources.fieldValues({
    field,
    range,
    filters: datasource.interpolation().filters(others),
    contains: typed,
  });
  return [
    ...variables.map((value) => ({ value, label: value, description: 'Dashboard variable' })),
    ...values.filter(({ value }) => value !== '').map(({ value }) => ({ value, label: value })),
  ];
}
