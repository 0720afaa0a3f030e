import { QUERY_FIELD_TYPES, QUERY_FIELDS } from '../contract/constants.gen.js';
import type { FieldName, Operator } from './ast.js';

/** What values a field takes. */
export type FieldType = (typeof QUERY_FIELDS)[FieldName]['type'];

/** A field as the contract describes it. */
export interface QueryField {
  label: string;
  type: FieldType;
  aliases: readonly string[];
  has_values: boolean;
  /** All values there are, of a field with a fixed choice. */
  values?: readonly string[];
}

/** All fields in the contract's order. */
export const FIELD_NAMES = Object.keys(QUERY_FIELDS) as FieldName[];

/** Operators by type of field. */
export function operatorsOf(type: FieldType): readonly Operator[] {
  return QUERY_FIELD_TYPES[type].operators;
}

/** Operators that the filter builder has, by type of field. */
export function builderOperatorsOf(type: FieldType): readonly Operator[] {
  return QUERY_FIELD_TYPES[type].builder;
}

/** What the contract says about a field. */
export function fieldInfo(name: FieldName): QueryField {
  return QUERY_FIELDS[name];
}

const BY_NAME = new Map<string, FieldName>(
  FIELD_NAMES.flatMap((name) => [name, ...fieldInfo(name).aliases].map((known) => [known, name] as const)),
);

/** The field of a name or alias, in any case; undefined when there is none. */
export function fieldNamed(text: string): FieldName | undefined {
  return BY_NAME.get(text.toLowerCase());
}

/** Names and aliases of all fields. */
export const KNOWN_NAMES: readonly string[] = [...BY_NAME.keys()];
