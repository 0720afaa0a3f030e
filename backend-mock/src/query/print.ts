import { type Comparison, isAnyValue, type QueryNode, type Subject, type Value } from './ast.js';
import { printPath } from './path/printPath.js';
import { quoted } from './strings.js';

/** Words that mean something by themselves. */
const KEYWORD = /^(?:and|or|not|contains|matches|in|exists)$/i;
/** Text that stands as it is. What looks like a number or a JSON literal is quoted where that makes a difference. */
const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_./@+-]*$/u;
const JSON_WORD = /^(?:true|false|null|[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?)$/;

const printedText = (text: string) => (PLAIN.test(text) && !KEYWORD.test(text) ? text : quoted(text));

/** A subject as a query writes it, in its one canonical form. */
export function printSubject(subject: Subject): string {
  switch (subject.kind) {
    case 'field':
      return subject.name;
    case 'tag':
      return PLAIN.test(subject.name) ? `tags.${subject.name}` : `tags[${quoted(subject.name)}]`;
    case 'path':
      return printPath(subject.path);
  }
}

function printValue(value: Value, isPath: boolean): string {
  switch (value.type) {
    case 'text':
      return isPath && JSON_WORD.test(value.text) ? quoted(value.text) : printedText(value.text);
    case 'number':
    case 'time':
      return /^[\w.:+-]+$/.test(value.text) ? value.text : quoted(value.text);
    case 'pattern':
    case 'literal':
      return value.text;
  }
}

function printComparison({ subject, operator, values }: Comparison): string {
  const left = printSubject(subject);
  if (operator === 'exists') return `${left} exists`;
  // A regular expression in quotation marks reads best, and so does text to be found.
  if (operator === 'matches' && !values.some(isAnyValue)) return `${left} matches ${quoted(values[0]?.text ?? '')}`;
  // JSON is told apart by the quotation marks: an unquoted value to be more or less than is a number.
  const isOrderedText = subject.kind === 'path' && /[<>]/.test(operator);
  const printed = values.map((value) =>
    isOrderedText && value.type === 'text'
      ? quoted(value.text)
      : printValue(value, subject.kind === 'path' && operator !== 'contains'),
  );
  return operator === 'in' ? `${left} in (${printed.join(', ')})` : `${left} ${operator} ${printed.join('')}`;
}

function printOperand(node: QueryNode): string {
  return node.kind === 'and' || node.kind === 'or' ? `(${print(node)})` : print(node);
}

/** The canonical text of a query: reading it gives the same tree. */
export function print(node: QueryNode): string {
  switch (node.kind) {
    case 'and':
      return node.nodes.map((child) => (child.kind === 'or' ? `(${print(child)})` : print(child))).join(' AND ');
    case 'or':
      return node.nodes.map(print).join(' OR ');
    case 'not':
      return `NOT ${printOperand(node.node)}`;
    case 'text':
      return node.value.type === 'pattern' ? node.value.text : printedText(node.value.text);
    case 'compare':
      return printComparison(node);
  }
}
