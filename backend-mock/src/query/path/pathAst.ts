/** Comparison operators inside a filter. */
export type FilterOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A step from values to values inside them. */
export type PathStep =
  | { kind: 'member'; name: string }
  /** Zero-based; negative counts from the end. */
  | { kind: 'index'; index: number }
  /** All members of an object or entries of an array. */
  | { kind: 'all' }
  /** Those members or entries for which a condition holds. */
  | { kind: 'filter'; condition: FilterNode };

/** A step inside a filter leads to one value at most. */
export type SingularStep = Extract<PathStep, { kind: 'member' | 'index' }>;

/** A JSON value that stands in a filter. */
export type FilterLiteral = string | number | boolean | null;

/** One side of a comparison in a filter: a value relative to the candidate (`@`), or a literal. */
export type FilterOperand =
  { kind: 'path'; steps: readonly SingularStep[] } | { kind: 'literal'; value: FilterLiteral };

/** A condition in a filter. */
export type FilterNode =
  | { kind: 'and' | 'or'; nodes: readonly FilterNode[] }
  | { kind: 'not'; node: FilterNode }
  | { kind: 'exists'; steps: readonly SingularStep[] }
  | { kind: 'compare'; left: FilterOperand; operator: FilterOperator; right: FilterOperand };

/** A path into a payload. */
export interface JsonPath {
  root: 'request' | 'response';
  steps: readonly PathStep[];
}
