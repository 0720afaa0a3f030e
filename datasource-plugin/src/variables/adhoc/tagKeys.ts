import type { DataSourceGetTagKeysOptions, MetricFindValue } from '@grafana/data';
import { QUERY_FIELDS } from '../../contract/constants.gen';
import type { ModeltraceResources } from '../../resources/resources';
import { adHocConditions } from './adHocConditions';

/** The time range of the dashboard says when, and contents are searched in queries. */
const NOT_OFFERED = new Set(['start_time', 'input', 'output', 'error_message']);

type Options = Pick<DataSourceGetTagKeysOptions, 'filters' | 'timeRange'>;

/**
 * What a dashboard can be filtered by: fields of the query language, those with values to choose from first, and the tags
 * that occur together with the other filters.
 */
export async function tagKeys(
  resources: ModeltraceResources,
  options: Options | undefined
): Promise<MetricFindValue[]> {
  const fields = Object.entries(QUERY_FIELDS)
    .filter(([name]) => !NOT_OFFERED.has(name))
    .sort(([, a], [, b]) => Number(b.has_values) - Number(a.has_values))
    .map(([value, { label }]) => ({ text: label, value, group: 'Fields' }));
  const { suggestions } = await resources.completeQuery({
    text: 'tags.',
    position: 'tags.'.length,
    range: options?.timeRange,
    conditions: adHocConditions(options?.filters ?? []),
  });
  const tags = suggestions.map(({ text }) => tagKey(text)).map((key) => ({ text: key, value: key, group: 'Tags' }));
  return [...fields, ...tags];
}

/** A tag as a query writes it, `tags.name` or `tags["a name"]`, as the key of a filter: `tags.a name`. */
function tagKey(written: string): string {
  const [, name] = /^tags\[(".*")\]$/s.exec(written) ?? [];
  return name === undefined ? written : `tags.${JSON.parse(name) as string}`;
}
