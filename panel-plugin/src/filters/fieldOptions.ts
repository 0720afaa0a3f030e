import { t } from '@grafana/i18n';
import type { ComboboxOption } from '@grafana/ui';
import type { components } from '../contract/api.gen';
import { LIMITS, QUERY_FIELD_TYPES } from '../contract/constants.gen';
import { visibleText } from '../hostile/visibleText';
import { postResource, type PanelSource } from '../source/panelSource';
import { isTag, QUERY_FIELD_NAMES, queryField, queryFieldLabel } from './queryFields';

/** The columns that people filter by most, first. */
const FIRST = [
  'status',
  'request_id',
  'duration_ms',
  'deployment_version',
  'source_type',
  'source',
  'model',
  'connection',
  'user_id',
  'error_type',
  'total_tokens',
  'cost_usd',
];

const NAMES = [...FIRST, ...QUERY_FIELD_NAMES.filter((name) => !FIRST.includes(name))].filter((name) => {
  const field = queryField(name);
  return field !== undefined && QUERY_FIELD_TYPES[field.type].builder.length > 0;
});

/**
 * Columns for a typed text, found by label, name and other names, and after them the tag of that name: it comes last,
 * so that Enter takes a column where there is one. What begins like a tag finds those of the data.
 */
export async function loadFieldOptions(source: PanelSource | null, typed: string): Promise<ComboboxOption[]> {
  const text = typed.trim();
  const wanted = text.toLowerCase();
  const fields = NAMES.filter((name) => namesOf(name).some((known) => known.includes(wanted))).map(
    (name): ComboboxOption => ({ value: name, label: queryFieldLabel(name), description: name })
  );
  const tags = /^tags?\b/.test(wanted) ? await tagOptions(source, text) : [];
  const tag = tagOf(text);
  const isListed =
    tag === undefined ||
    tags.some(({ value }) => value === tag) ||
    fields.some(({ value }) => namesOf(value).includes(wanted));
  return [...fields, ...tags, ...(isListed ? [] : [tagOption(tag)])];
}

/** Everything that a column is called, in lower case. */
function namesOf(name: string): string[] {
  return [name, queryFieldLabel(name), ...(queryField(name)?.aliases ?? [])].map((known) => known.toLowerCase());
}

function tagOption(tag: string): ComboboxOption {
  return { value: tag, label: visibleText(tag), description: t('filters.a-tag', 'The tag of this name') };
}

/** The tag that is meant by a name; undefined while there is none. */
function tagOf(text: string): string | undefined {
  if (isTag(text)) {
    return /^tags?\.?$/i.test(text) ? undefined : text;
  }
  if (text === '' || /^tags?$/i.test(text)) {
    return undefined;
  }
  return /^[\w./@+-]+$/.test(text) ? `tags.${text}` : `tags[${JSON.stringify(text)}]`;
}

async function tagOptions(source: PanelSource | null, typed: string): Promise<ComboboxOption[]> {
  const text = isTag(typed) ? typed : 'tags.';
  const limit = LIMITS.QueryCompleteRequest.limit.default;
  const answer = await postResource(source, 'query/complete', { text, position: text.length, limit });
  const { suggestions } = answer as components['schemas']['QueryCompleteAnswer'];
  return suggestions
    .filter(({ kind, text: name }) => kind === 'field' && isTag(name) && name !== 'tags.')
    .map(({ text: value, detail }) => ({ value, label: visibleText(value), description: detail }));
}
