import { QUERY_FIELD_TYPES, QUERY_FIELDS } from '../contract/constants.gen';

/** A field of the query language by its own name. */
export type QueryFieldName = keyof typeof QUERY_FIELDS;
/** What kind of values a field has, which says how it is compared. */
export type QueryFieldType = (typeof QUERY_FIELDS)[QueryFieldName]['type'];

interface QueryField {
  label: string;
  type: QueryFieldType;
  aliases: readonly string[];
  /** Whether the values that occur can be listed. */
  has_values: boolean;
  /** All values there are, of a field with a fixed choice. */
  values?: readonly string[];
}

const FIELDS: Readonly<Record<string, QueryField>> = QUERY_FIELDS;

const BY_NAME = new Map<string, string>(
  Object.entries(FIELDS).flatMap(([name, { aliases }]) => [name, ...aliases].map((known) => [known, name] as const))
);

/** The field of a name or another name for it, in any case; undefined when there is none, as for tags. */
export function queryFieldNamed(text: string): QueryFieldName | undefined {
  return BY_NAME.get(text.toLowerCase()) as QueryFieldName | undefined;
}

/** What the contract says of a field; undefined for a tag and for a field of a later version. */
export function queryField(name: string): QueryField | undefined {
  return Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
}

/** Whether a subject is a tag: `tags.name` or `tags["a name"]`. */
export function isTag(subject: string): boolean {
  return /^tags?[.[]/i.test(subject);
}

/** The type of a field's values; a tag's are text. */
export function queryFieldType(field: string): QueryFieldType {
  return queryField(field)?.type ?? 'text';
}

/** The operators that the filter builder offers for a field. */
export function builderOperators(field: string): readonly string[] {
  return QUERY_FIELD_TYPES[queryFieldType(field)].builder;
}
