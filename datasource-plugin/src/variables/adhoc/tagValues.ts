import type { DataSourceGetTagValuesOptions, MetricFindValue } from '@grafana/data';
import { DIMENSIONS, LIMITS } from '../../contract/constants.gen';
import { quoted } from '../../query/interpolateLiterals';
import { queryField } from '../../query/queryFields';
import type { ModeltraceResources } from '../../resources/resources';
import { adHocConditions } from './adHocConditions';

type Options = Pick<DataSourceGetTagValuesOptions, 'key' | 'filters' | 'timeRange'>;

/**
 * Values to filter a dashboard by, most frequent first: those that occur in the time range together with the other
 * filters. A field that has too many to choose from, such as a duration, has none; its values are typed.
 */
export async function tagValues(resources: ModeltraceResources, options: Options): Promise<MetricFindValue[]> {
  const { key, filters, timeRange: range } = options;
  const conditions = adHocConditions(filters.filter((filter) => filter.key !== key));
  const field = queryField(key);
  const fixed = field?.type === 'boolean' ? ['true', 'false'] : field?.values;
  if (fixed) {
    return fixed.map(option);
  }
  if (key.startsWith('tags.')) {
    const text = `tags[${quoted(key.slice('tags.'.length))}] = `;
    const { suggestions } = await resources.completeQuery({ text, position: text.length, range, conditions });
    return suggestions.filter(({ kind }) => kind === 'value').map((suggestion) => option(valueOf(suggestion.text)));
  }
  if (!Object.hasOwn(DIMENSIONS, key)) {
    return [];
  }
  const limit = LIMITS.FieldValuesLimit.max;
  const values = await resources.fieldValues({ field: key, range, conditions, limit });
  return values.filter(({ value }) => value !== '').map(({ value }) => option(value));
}

const option = (value: string): MetricFindValue => ({ text: value, value });

/** A value as a query writes it, in quotation marks where it needs them. */
function valueOf(written: string): string {
  return written.startsWith('"') ? (JSON.parse(written) as string) : written;
}
