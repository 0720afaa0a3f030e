import { isAnyValue, type QueryNode, type Subject, type Value } from '../query/ast.js';
import type { FilterNode, FilterOperand, JsonPath, PathStep, SingularStep } from '../query/path/pathAst.js';
import { piecesOf } from '../query/values/wildcards.js';

// What docs/query-language.md says, written a second time: the engine must find the same traces.

/** A stored trace as far as queries look at it: columns by name, NULL for numbers that are not known. */
export interface MeantTrace {
  columns: Readonly<Record<string, string | number | boolean | null>>;
  tags: Readonly<Record<string, string>>;
  /** Payloads; undefined when there is none. */
  request: unknown;
  response: unknown;
}

const has = (text: string, wanted: string) => text.toLowerCase().includes(wanted.toLowerCase());

function regexOf(pattern: string, flags: string): RegExp {
  const source = piecesOf(pattern)
    .map((piece) => {
      if (piece.kind === 'any') return '[\\s\\S]*';
      return piece.kind === 'one' ? '[\\s\\S]' : piece.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    })
    .join('');
  return new RegExp(flags.includes('i') ? source : `^${source}$`, flags);
}

const likePattern = (text: string, pattern: string) => regexOf(pattern, 'u').test(text);
const re2 = (text: string, source: string) =>
  new RegExp(source.replace('(?i)', ''), source.startsWith('(?i)') ? 'sui' : 'su').test(text);

function compared(left: string | number, operator: string, right: string | number): boolean {
  switch (operator) {
    case '=':
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '>':
      return left > right;
    case '<':
      return left < right;
    case '>=':
      return left >= right;
    default:
      return left <= right;
  }
}

function textHolds(text: string, operator: string, value: Value): boolean {
  if (operator === 'contains') return has(text, value.text);
  if (operator === 'matches') return re2(text, value.text);
  return value.type === 'pattern' ? likePattern(text, value.text) : compared(text, operator, value.text);
}

function columnHolds(column: string | number | boolean | null, operator: string, value: Value): boolean {
  if (column === null) return false;
  if (typeof column === 'boolean') return String(column) === value.text;
  if (value.type === 'number') return typeof column === 'number' && compared(column, operator, value.number);
  if (value.type === 'time') return compared(String(column), operator, value.time);
  return textHolds(String(column), operator, value);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function step(value: unknown, taken: PathStep): unknown[] {
  switch (taken.kind) {
    case 'member':
      return isObject(value) && Object.hasOwn(value, taken.name) ? [value[taken.name]] : [];
    case 'index':
      return Array.isArray(value) ? value.slice(taken.index, taken.index === -1 ? undefined : taken.index + 1) : [];
    case 'all':
    case 'filter': {
      const children: unknown[] = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
      return taken.kind === 'all' ? children : children.filter((child) => filterHolds(taken.condition, child));
    }
  }
}

const follow = (value: unknown, steps: readonly PathStep[]): unknown[] =>
  steps.reduce<unknown[]>((values, taken) => values.flatMap((one) => step(one, taken)), [value]);

function operand(side: FilterOperand, candidate: unknown): unknown[] {
  return side.kind === 'literal' ? [side.value] : follow(candidate, side.steps satisfies readonly SingularStep[]);
}

function filterHolds(node: FilterNode, candidate: unknown): boolean {
  switch (node.kind) {
    case 'and':
      return node.nodes.every((child) => filterHolds(child, candidate));
    case 'or':
      return node.nodes.some((child) => filterHolds(child, candidate));
    case 'not':
      return !filterHolds(node.node, candidate);
    case 'exists':
      return follow(candidate, node.steps).length > 0;
    case 'compare': {
      const [left, right] = [operand(node.left, candidate), operand(node.right, candidate)];
      const isSame = JSON.stringify(left) === JSON.stringify(right);
      if (node.operator === '==') return isSame;
      if (node.operator === '!=') return !isSame;
      const [a, b] = [left[0], right[0]];
      if (typeof a === 'number' && typeof b === 'number') return compared(a, node.operator, b);
      if (typeof a === 'string' && typeof b === 'string') return compared(a, node.operator, b);
      return node.operator.endsWith('=') && isSame;
    }
  }
}

function jsonHolds(value: unknown, operator: string, wanted: Value): boolean {
  const isSearch = operator === 'contains' || operator === 'matches';
  if (isSearch) return textHolds(typeof value === 'string' ? value : JSON.stringify(value), operator, wanted);
  if (wanted.type === 'number') return typeof value === 'number' && compared(value, operator, wanted.number);
  if (wanted.type === 'literal') return JSON.stringify(value) === wanted.text;
  return typeof value === 'string' && textHolds(value, operator, wanted);
}

function pathHolds(path: JsonPath, operator: string, values: readonly Value[], trace: MeantTrace): boolean {
  const root = trace[path.root];
  const found = root === undefined ? [] : follow(root, path.steps);
  if (operator === 'exists') return found.length > 0;
  return found.some((value) => values.some((wanted) => jsonHolds(value, operator, wanted)));
}

const FAILED = ['error', 'timeout'];

function subjectHolds(subject: Subject, operator: string, values: readonly Value[], trace: MeantTrace): boolean {
  if (operator === '!=') return !subjectHolds(subject, '=', values, trace);
  if (values.some(isAnyValue)) return true;
  const each = operator === 'in' ? '=' : operator;
  if (subject.kind === 'path') return pathHolds(subject.path, each, values, trace);
  if (subject.kind === 'tag') {
    if (operator === 'exists') return Object.hasOwn(trace.tags, subject.name);
    return values.some((value) => textHolds(trace.tags[subject.name] ?? '', each, value));
  }
  const column = trace.columns[subject.name] ?? null;
  if (operator === 'exists') return column !== null && column !== '';
  return values.some((value) =>
    subject.name === 'status' && value.text === 'failed'
      ? FAILED.includes(String(column))
      : columnHolds(column, each, value),
  );
}

/** Whether a condition holds for a trace. */
export function holds(node: QueryNode, trace: MeantTrace): boolean {
  switch (node.kind) {
    case 'and':
      return node.nodes.every((child) => holds(child, trace));
    case 'or':
      return node.nodes.some((child) => holds(child, trace));
    case 'not':
      return !holds(node.node, trace);
    case 'text': {
      const { columns, tags } = trace;
      const searched = ['request_id', 'input', 'output', 'error_message'].map((name) => String(columns[name] ?? ''));
      const { value } = node;
      return [...searched, ...Object.entries(tags).flat()].some((text) =>
        value.type === 'pattern' ? regexOf(value.text, 'iu').test(text) : has(text, value.text),
      );
    }
    case 'compare':
      return subjectHolds(node.subject, node.operator, node.values, trace);
  }
}
