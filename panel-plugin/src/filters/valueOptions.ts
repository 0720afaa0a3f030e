import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { ComboboxOption } from '@grafana/ui';
import type { components } from '../contract/api.gen';
import { ERROR_STATUS } from '../contract/constants.gen';
import { errorStatus } from '../errors/errorWords';
import { visibleText } from '../hostile/visibleText';
import { getResource, type PanelSource } from '../source/panelSource';
import { writeCondition } from './conditionReader';
import { alsoNarrowedBy, type Narrowing } from './narrowing';
import { type QueryBuilder, queryField, queryFieldType } from './queryFields';

/** Characters that the trace server takes to look for in values. */
const MAX_CONTAINS = 200;

const REFUSALS: readonly (number | undefined)[] = [ERROR_STATUS.INVALID_ARGUMENT, ERROR_STATUS.FORBIDDEN];

/** Which traces' values are offered. */
export interface ValueContext {
  source: PanelSource | null;
  range: TimeRange;
  narrowing: Narrowing;
  /** The other steps, where they must hold besides the one that is edited. */
  others: QueryBuilder;
}

/**
 * What can be chosen as the value of a field: all there are, or those of the selected traces that have the typed text,
 * most frequent first. Undefined for fields whose values cannot be listed.
 */
export function valueOptions(
  context: ValueContext,
  field: string
): ComboboxOption[] | ((typed: string) => Promise<ComboboxOption[]>) | undefined {
  const known = queryField(field);
  if (queryFieldType(field) === 'boolean') {
    return ['true', 'false'].map(optionOf);
  }
  if (known?.values) {
    return known.values.map(optionOf);
  }
  return known?.has_values === true ? (typed) => loadValues(context, field, typed) : undefined;
}

/** A value as it is shown. */
export function optionOf(value: string): ComboboxOption {
  return { value, label: value === '' ? t('filters.value.empty', '(empty)') : visibleText(value) };
}

async function loadValues(context: ValueContext, field: string, typed: string): Promise<ComboboxOption[]> {
  const { source, range } = context;
  const contains = typed.trim().slice(0, MAX_CONTAINS);
  const ask = async (narrowing: Record<string, unknown>) => {
    const answer = await getResource(source, `fields/${encodeURIComponent(field)}/values`, {
      from: range.from.toISOString(),
      to: range.to.toISOString(),
      ...(contains !== '' && { contains }),
      ...narrowing,
    });
    return (answer as components['schemas']['FieldValues']).values;
  };
  const values = await narrowed(context)
    .then(ask)
    .catch((error: unknown) => {
      // More values than fit are better than none: a step that is being written, or the dashboard's own query, may be
      // refused. Whatever else failed would fail again.
      if (!REFUSALS.includes(errorStatus(error))) {
        throw error;
      }
      return ask({});
    });
  return values.map(({ value, requests }) => ({
    ...optionOf(value),
    description: t('filters.value.requests', '', {
      count: requests,
      defaultValue_one: '{{count}} request',
      defaultValue_other: '{{count}} requests',
    }),
  }));
}

/** Fields that are read by the megabyte. */
const PAYLOAD_FIELDS: readonly string[] = ['input', 'output'];

/** What narrows the values, as parameters of the resource. */
async function narrowed({ source, narrowing, others }: ValueContext): Promise<Record<string, unknown>> {
  const steps = others.steps.filter(({ field }) => !PAYLOAD_FIELDS.includes(field));
  const written = await writeCondition(source, { ...others, steps });
  const { filters, conditions, adhocFilters } = alsoNarrowedBy(narrowing, written);
  return {
    ...filters,
    ...(conditions.length > 0 && { condition: conditions }),
    ...(adhocFilters.length > 0 && { adhocFilters: JSON.stringify(adhocFilters) }),
  };
}
