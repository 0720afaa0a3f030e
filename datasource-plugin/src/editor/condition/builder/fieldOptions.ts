import type { ComboboxOption } from '@grafana/ui';
import { QUERY_FIELDS } from '../../../contract/constants.gen';
import { isTag, queryField, queryFieldNamed } from '../../../query/queryFields';
import type { ModeltraceResources } from '../../../resources/resources';

/** The columns people filter by most, first. */
const FIRST = ['status', 'request_id', 'duration_ms', 'deployment_version', 'source_type', 'source', 'model'];

const NAMES = [...FIRST, ...Object.keys(QUERY_FIELDS).filter((name) => !FIRST.includes(name))];

/** The label of a field of the query language; a tag is its own. */
export function conditionFieldLabel(field: string): string {
  return queryField(field)?.label ?? field;
}

function optionOf(name: string): ComboboxOption {
  const label = conditionFieldLabel(name);
  return label === name ? { value: name, label } : { value: name, label, description: name };
}

/** Fields for a typed text; once it begins like a tag, also the names of tags that the data has. */
export async function loadFieldOptions(
  resources: Pick<ModeltraceResources, 'completeQuery'>,
  typed: string
): Promise<ComboboxOption[]> {
  const wanted = typed.trim().toLowerCase();
  const fields = NAMES.filter((name) => {
    const { label = '', aliases = [] } = queryField(name) ?? {};
    return [name, label, ...aliases].some((known) => known.toLowerCase().includes(wanted));
  }).map(optionOf);
  if (!/^tags?\b/.test(wanted)) {
    return fields;
  }
  const text = isTag(typed.trim()) ? typed.trim() : 'tags.';
  const { suggestions } = await resources.completeQuery({ text, position: text.length });
  const tags = suggestions.filter(({ kind, text: name }) => kind === 'field' && isTag(name) && name !== 'tags.');
  return [...fields, ...tags.map(({ text: value, detail }) => ({ value, label: value, description: detail }))];
}

/** The field that a chosen or typed text means: a field by any of its names, else the tag of that name. */
export function fieldOf(chosen: string): string {
  const typed = chosen.trim();
  if (isTag(typed)) {
    return typed;
  }
  return queryFieldNamed(typed) ?? (/^[\w./@+-]+$/.test(typed) ? `tags.${typed}` : `tags[${JSON.stringify(typed)}]`);
}
