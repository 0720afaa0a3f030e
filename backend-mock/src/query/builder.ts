import type { components } from '../contract/api.gen.js';
import { invalidArgument } from '../errors.js';
import { type Comparison, joined, type QueryNode, type Subject } from './ast.js';
import { checkedComparison } from './checkGiven.js';
import { builderOperatorsOf, fieldInfo, type FieldType } from './fields.js';
import { print, printSubject } from './print.js';

/** A query as steps of the filter builder. */
export type QueryBuilder = components['schemas']['QueryBuilder'];
type QueryStep = QueryBuilder['steps'][number];

function typeOf(subject: Subject): FieldType | undefined {
  if (subject.kind === 'path') return undefined;
  return subject.kind === 'tag' ? 'text' : fieldInfo(subject.name).type;
}

function stepOf(node: QueryNode): QueryStep | undefined {
  if (node.kind !== 'compare') return undefined;
  const type = typeOf(node.subject);
  const [value] = node.values;
  const isShown = type !== undefined && builderOperatorsOf(type).includes(node.operator);
  if (!isShown || value === undefined || value.type === 'pattern') return undefined;
  return { field: printSubject(node.subject), operator: node.operator, value: value.text };
}

/** The steps that show all of a query; undefined when it nests, searches text or compares in a way that steps cannot. */
export function builderOf(node: QueryNode | undefined): QueryBuilder | undefined {
  if (node === undefined) return { conjunction: 'and', steps: [] };
  const nodes = node.kind === 'and' || node.kind === 'or' ? node.nodes : [node];
  const steps = nodes.flatMap((child) => stepOf(child) ?? []);
  if (steps.length < nodes.length) return undefined;
  return { conjunction: node.kind === 'or' ? 'or' : 'and', steps };
}

function comparisonOf(step: QueryStep, path: string): Comparison {
  const compared = checkedComparison(step, path);
  const type = typeOf(compared.subject);
  const allowed = type === undefined ? [] : builderOperatorsOf(type);
  if (allowed.includes(compared.operator)) return compared;
  throw invalidArgument(`${path}.operator`, `one of ${allowed.join(' ')}`);
}

/**
 * Writes steps as a query; empty for no steps.
 * @throws INVALID_ARGUMENT naming the step and its field, operator or value.
 */
export function textOfBuilder({ conjunction, steps }: QueryBuilder): string {
  if (steps.length === 0) return '';
  return print(
    joined(
      conjunction,
      steps.map((step, index) => comparisonOf(step, `steps[${index}]`)),
    ),
  );
}
