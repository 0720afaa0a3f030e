import { t } from '@grafana/i18n';
import type { components } from '../contract/api.gen';
import { QUERY_FIELD_TYPES, QUERY_FIELDS } from '../contract/constants.gen';

type Schemas = components['schemas'];

/** A condition as steps that are all joined by the same word. */
export type QueryBuilder = Schemas['QueryBuilder'];
export type QueryOperator = Schemas['QueryOperator'];
export type QueryFieldType = Schemas['QueryFieldType'];

interface QueryField {
  label: string;
  type: QueryFieldType;
  /** Other names for the field in the query language. */
  aliases: readonly string[];
  /** Whether the values that occur can be asked for. */
  has_values: boolean;
  /** All values there are, of a field with a fixed choice. */
  values?: readonly string[];
}

const FIELDS: Readonly<Record<string, QueryField>> = QUERY_FIELDS;

/** What the contract says of a field; undefined for a tag and for a field of a later version. */
export function queryField(name: string): QueryField | undefined {
  return Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
}

/** Names of all fields, as the API has them. */
export const QUERY_FIELD_NAMES: readonly string[] = Object.keys(FIELDS);

/** The type of a field's values; a tag's are text. */
export function queryFieldType(name: string): QueryFieldType {
  return queryField(name)?.type ?? 'text';
}

/** The operators that the filter builder has for a field, the usual one first. */
export function builderOperators(name: string): readonly QueryOperator[] {
  return QUERY_FIELD_TYPES[queryFieldType(name)].builder;
}

/** Whether a subject is a tag: `tags.name` or `tags["a name"]`. */
export function isTag(subject: string): boolean {
  return /^tags?[.[]/i.test(subject);
}

/** What people call a field; a tag is its own. */
export function queryFieldLabel(name: string): string {
  const label = queryField(name)?.label;
  return label === undefined ? name : t(`field.${name}`, label);
}
