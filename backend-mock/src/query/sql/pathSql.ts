import type { Operator, Value } from '../ast.js';
import type { FilterLiteral, FilterNode, FilterOperand, JsonPath, PathStep, SingularStep } from '../path/pathAst.js';
import { likePattern, piecesOf } from '../values/wildcards.js';
import { pathPrefilter } from './pathPrefilter.js';
import type { SqlWriter } from './sqlWriter.js';

// A JSON value is its JSON text; an empty text is no value. A path leads to an array of such texts.

const COLUMN = { request: 'input_json', response: 'output_json' } as const;

/** The engine counts entries from 1, from the end as JSONPath does. */
const engineIndex = (index: number) => (index < 0 ? index : index + 1);

/** The JSON text that singular steps lead to from another one. The engine's own index would also take an object's n-th member. */
function singular(json: string, steps: readonly SingularStep[], writer: SqlWriter): string {
  let from = json;
  let members: string[] = [];
  const taken = () => (members.length === 0 ? from : `JSONExtractRaw(${[from, ...members].join(', ')})`);
  for (const step of steps) {
    if (step.kind === 'member') {
      members.push(writer.bind(step.name, 'String'));
      continue;
    }
    const index = writer.bind(engineIndex(step.index), 'Int64');
    from = `arrayElement(JSONExtractArrayRaw(${[from, ...members].join(', ')}), ${index})`;
    members = [];
  }
  return taken();
}

function isSingular(step: PathStep): step is SingularStep {
  return step.kind === 'member' || step.kind === 'index';
}

const childrenOf = (json: string) =>
  `arrayConcat(JSONExtractArrayRaw(${json}), tupleElement(JSONExtractKeysAndValuesRaw(${json}), 2))`;

/** The array of JSON texts that a path leads to; texts may be empty. */
function nodesSql(path: JsonPath, writer: SqlWriter): string {
  const { steps } = path;
  const first = steps.findIndex((step) => !isSingular(step));
  const head = (first < 0 ? steps : steps.slice(0, first)).filter(isSingular);
  let nodes = `[${singular(`t.${COLUMN[path.root]}`, head, writer)}]`;
  let rest = first < 0 ? [] : steps.slice(first);
  while (rest.length > 0) {
    const [step, ...after] = rest;
    const next = after.findIndex((candidate) => !isSingular(candidate));
    const tail = (next < 0 ? after : after.slice(0, next)).filter(isSingular);
    nodes = `arrayFlatten(arrayMap(v -> ${childrenOf('v')}, ${nodes}))`;
    if (step?.kind === 'filter') nodes = `arrayFilter(v -> ${filterSql(step.condition, writer)}, ${nodes})`;
    if (tail.length > 0) nodes = `arrayMap(v -> ${singular('v', tail, writer)}, ${nodes})`;
    rest = next < 0 ? [] : after.slice(next);
  }
  return nodes;
}

function filterSql(node: FilterNode, writer: SqlWriter): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.nodes.map((child) => filterSql(child, writer)).join(node.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `NOT (${filterSql(node.node, writer)})`;
    case 'exists':
      return `${singular('v', node.steps, writer)} != ''`;
    case 'compare':
      return filterComparison(node, writer);
  }
}

const MIRRORED = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function filterComparison(
  { left, operator, right }: Extract<FilterNode, { kind: 'compare' }>,
  writer: SqlWriter,
): string {
  if (left.kind === 'literal' && right.kind === 'path') {
    return filterComparison({ kind: 'compare', left: right, operator: MIRRORED[operator], right: left }, writer);
  }
  if (operator === '!=') return `NOT (${filterComparison({ kind: 'compare', left, operator: '==', right }, writer)})`;
  const json = operandSql(left, writer);
  if (right.kind === 'literal') return literalComparison(json, operator, right.value, writer);
  const other = operandSql(right, writer);
  if (operator === '==') return `(${sameJson(json, other)})`;
  // Of values that have no order, and of two missing ones, <= and >= hold where == does (RFC 9535, 2.3.5.2.2).
  const orSame = operator.endsWith('=') ? ` OR ${sameJson(json, other)}` : '';
  const both = (type: string) => `(${type.replaceAll('$', json)} AND ${type.replaceAll('$', other)})`;
  return [
    `(${both(isNumber('$'))} AND ${numberOf(json)} ${operator} ${numberOf(other)}`,
    `OR ${both(isText('$'))} AND ${textOf(json)} ${operator} ${textOf(other)}${orSame})`,
  ].join(' ');
}

function operandSql(operand: FilterOperand, writer: SqlWriter): string {
  if (operand.kind === 'path') return singular('v', operand.steps, writer);
  return typeof operand.value === 'string'
    ? `toJSONString(${writer.bind(operand.value, 'String')})`
    : writer.bind(JSON.stringify(operand.value), 'String');
}

const isNumber = (json: string) => `(JSONType(${json}) IN ('Int64', 'UInt64', 'Double'))`;
const isText = (json: string) => `(JSONType(${json}) = 'String')`;
const numberOf = (json: string) => `JSONExtractFloat(${json})`;
const textOf = (json: string) => `JSONExtractString(${json})`;
/** Values of the same kind that are the same; two missing ones are too, as RFC 9535 says. */
const sameJson = (left: string, right: string) =>
  `if(${isNumber(left)} AND ${isNumber(right)}, ${numberOf(left)} = ${numberOf(right)}, ${left} = ${right})`;

function literalComparison(json: string, operator: string, value: FilterLiteral, writer: SqlWriter): string {
  const sign = operator === '==' ? '=' : operator;
  if (typeof value === 'string') return `(${isText(json)} AND ${textOf(json)} ${sign} ${writer.bind(value, 'String')})`;
  if (typeof value === 'number')
    return `(${isNumber(json)} AND ${numberOf(json)} ${sign} ${writer.bind(value, 'Float64')})`;
  return sign === '=' || sign.endsWith('=') ? `${json} = ${writer.bind(String(value), 'String')}` : '0';
}

/** A comparison that holds when it holds for any of the values that the path leads to. */
export function pathComparison(
  path: JsonPath,
  operator: Operator,
  values: readonly Value[],
  writer: SqlWriter,
): string {
  const column = COLUMN[path.root];
  writer.read([column]);
  const possible = pathPrefilter(`t.${column}`, path, operator, values, writer);
  const nodes = nodesSql(path, writer);
  return `(${possible} AND arrayExists(n -> ${testSql(operator, values, writer)}, ${nodes}))`;
}

function testSql(operator: Operator, values: readonly Value[], writer: SqlWriter): string {
  if (operator === 'exists') return "n != ''";
  const each = values.map((value) => matchSql(operator, value, writer));
  return each.length === 1 ? (each[0] ?? '0') : `(${each.join(' OR ')})`;
}

/** Texts are searched as they are; lists and objects by their JSON text. */
const SEARCHED = `if(JSONType(n) = 'String', JSONExtractString(n), n)`;

function matchSql(operator: Operator, value: Value, writer: SqlWriter): string {
  const sign = operator === 'in' ? '=' : operator;
  switch (value.type) {
    case 'number':
      return `(${isNumber('n')} AND ${numberOf('n')} ${sign} ${writer.bind(value.number, 'Float64')})`;
    case 'literal':
      return `n = ${writer.bind(value.text, 'String')}`;
    case 'pattern':
      return `(${isText('n')} AND ${textOf('n')} LIKE ${writer.bind(likePattern(piecesOf(value.text)), 'String')})`;
    case 'time':
    case 'text': {
      const wanted = writer.bind(value.text, 'String');
      if (operator === 'contains') return `(n != '' AND positionCaseInsensitiveUTF8(${SEARCHED}, ${wanted}) > 0)`;
      if (operator === 'matches') return `(n != '' AND match(${SEARCHED}, ${wanted}))`;
      return `(${isText('n')} AND ${textOf('n')} ${sign} ${wanted})`;
    }
  }
}
