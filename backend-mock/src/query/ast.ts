import type { QUERY_FIELDS } from '../contract/constants.gen.js';
import type { JsonPath } from './path/pathAst.js';

/** Name of a field of the contract. */
export type FieldName = keyof typeof QUERY_FIELDS;

/** What a comparison is about. */
export type Subject =
  | { kind: 'field'; name: FieldName }
  /** A tag by its name; a trace without it counts as one whose tag is empty. */
  | { kind: 'tag'; name: string }
  /** Values inside the request or the response; a comparison holds when it holds for any of them. */
  | { kind: 'path'; path: JsonPath };

/** How a subject is compared. */
export const OPERATORS = ['=', '!=', '>', '<', '>=', '<=', 'contains', 'matches', 'in', 'exists'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A value to compare with. */
export type Value =
  /** Text as it is. */
  | { type: 'text'; text: string }
  /** Text with wildcards: `*` any text, `?` any character, `\` makes the next character ordinary. */
  | { type: 'pattern'; text: string }
  /** A number in the unit of its field (milliseconds, US dollars); `text` is how it was written. */
  | { type: 'number'; text: string; number: number }
  /** A time in the engine's form; `text` is how it was written. */
  | { type: 'time'; text: string; time: string }
  /** A JSON literal, or the value of a field that is true or false. */
  | { type: 'literal'; text: 'true' | 'false' | 'null' };

/**
 * Whether a value is `*` alone: any value, also one that is not known. A comparison with it holds for every trace, and
 * with `!=` for none.
 */
export function isAnyValue(value: Value): boolean {
  return value.type === 'pattern' && value.text === '*';
}

/** A comparison of one subject. `exists` has no value, `in` has one or more, the others have one. */
export interface Comparison {
  kind: 'compare';
  subject: Subject;
  operator: Operator;
  values: readonly Value[];
}

/** Text to be found in the request id, input, output, error message or tags, whatever its case. */
export interface TextSearch {
  kind: 'text';
  value: Extract<Value, { type: 'text' | 'pattern' }>;
}

/** A condition on a trace. Every condition holds or does not: nothing is unknown, and NOT turns one into the other. */
export type QueryNode =
  { kind: 'and' | 'or'; nodes: readonly QueryNode[] } | { kind: 'not'; node: QueryNode } | Comparison | TextSearch;

/** Conditions joined by one word. Those of the same kind inside are taken in, a single one stays itself. */
export function joined(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode {
  const flat = nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind, nodes: flat };
}
