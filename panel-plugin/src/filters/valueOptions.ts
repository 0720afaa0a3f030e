import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { ComboboxOption } from '@grafana/ui';
import type { components } from '../contract/api.gen';
import { visibleText } from '../hostile/visibleText';
import { getResource, type PanelSource } from '../source/panelSource';
import { queryField, queryFieldType } from './queryFields';

/** Characters that the trace server takes to look for in values. */
const MAX_CONTAINS = 200;

/**
 * What can be chosen as the value of a field: all there are, or those of the data within the time range that have the
 * typed text, most frequent first. Undefined for fields whose values cannot be listed.
 */
export function valueOptions(
  source: PanelSource | null,
  range: TimeRange,
  field: string
): ComboboxOption[] | ((typed: string) => Promise<ComboboxOption[]>) | undefined {
  const known = queryField(field);
  if (queryFieldType(field) === 'boolean') {
    return ['true', 'false'].map(optionOf);
  }
  if (known?.values) {
    return known.values.map(optionOf);
  }
  return known?.has_values === true ? (typed) => loadValues(source, range, field, typed) : undefined;
}

/** A value as it is shown. */
export function optionOf(value: string): ComboboxOption {
  return { value, label: value === '' ? t('filters.value.empty', '(empty)') : visibleText(value) };
}

async function loadValues(
  source: PanelSource | null,
  { from, to }: TimeRange,
  field: string,
  typed: string
): Promise<ComboboxOption[]> {
  const contains = typed.trim().slice(0, MAX_CONTAINS);
  const answer = await getResource(source, `fields/${encodeURIComponent(field)}/values`, {
    from: from.toISOString(),
    to: to.toISOString(),
    ...(contains !== '' && { contains }),
  });
  const { values } = answer as components['schemas']['FieldValues'];
  return values.map(({ value, requests }) => ({
    ...optionOf(value),
    description: t('filters.value.requests', '', {
      count: requests,
      defaultValue_one: '{{count}} request',
      defaultValue_other: '{{count}} requests',
    }),
  }));
}
