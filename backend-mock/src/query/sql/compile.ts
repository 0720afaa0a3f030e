import {
  type Comparison,
  type FieldName,
  isAnyValue,
  type QueryNode,
  type Subject,
  type TextSearch,
  type Value,
} from '../ast.js';
import { likePattern, piecesOf } from '../values/wildcards.js';
import { FIELD_SQL } from './fieldSql.js';
import { pathComparison } from './pathSql.js';
import { type BoundValue, SqlWriter } from './sqlWriter.js';
import { INDEX_PATTERN, indexedSearches, type IndexedText } from './textIndexSql.js';

/** A condition of SQL over rows of `traces AS t`. */
export interface CompiledQuery {
  /** An expression that is 0 or 1 for every row, never NULL. */
  sql: string;
  params: Readonly<Record<string, BoundValue>>;
  /** Columns of `traces` that it reads. */
  columns: ReadonlySet<string>;
}

const SEARCHED_TEXTS = ['input_text', 'output_text', 'error_message'] as const;

/**
 * Turns a query into SQL. The text of the SQL depends on the shape of the query alone; all that someone wrote is bound
 * to parameters.
 * @param prefix Start of the parameters' names.
 */
export function compile(node: QueryNode, prefix: string): CompiledQuery {
  const writer = new SqlWriter(prefix);
  const sql = nodeSql(node, writer);
  return { sql, params: writer.params, columns: writer.columns };
}

function nodeSql(node: QueryNode, writer: SqlWriter): string {
  switch (node.kind) {
    case 'and':
      return `(${node.nodes.map((child) => nodeSql(child, writer)).join('\n  AND ')})`;
    case 'or':
      return `(${node.nodes.map((child) => nodeSql(child, writer)).join(' OR ')})`;
    case 'not':
      return `NOT (${nodeSql(node.node, writer)})`;
    case 'text':
      return searchSql(node, writer);
    case 'compare':
      return comparisonSql(node, writer);
  }
}

/** Rows where any searched text holds the wanted one, whatever its case, in any script. */
function searchSql({ value }: TextSearch, writer: SqlWriter): string {
  const isPattern = value.type === 'pattern';
  const wanted = writer.bind(isPattern ? `%${likePattern(piecesOf(value.text))}%` : value.text, 'String');
  const found = (text: string) =>
    isPattern ? `${text} ILIKE ${wanted}` : `positionCaseInsensitiveUTF8(${text}, ${wanted}) > 0`;
  const narrowed = narrowing(textsOf(value), isPattern, writer);
  writer.read([...SEARCHED_TEXTS, 'request_id', 'tags']);
  const inTags = `arrayExists(tag -> ${found('tag')}, arrayConcat(mapKeys(t.tags), mapValues(t.tags)))`;
  return `(${[
    ...SEARCHED_TEXTS.map((text) => narrowed(found(`t.${text}`), text)),
    narrowed(`(${found('t.request_id')} OR ${inTags})`, 'names'),
  ].join(' OR ')})`;
}

const textsOf = ({ type, text }: Value) =>
  type === 'pattern' ? piecesOf(text).flatMap((piece) => (piece.kind === 'text' ? [piece.text] : [])) : [text];

/**
 * Adds to a comparison with a text what indexes can skip data by: conditions that hold for every row for which the
 * comparison does. They come second, so that they are only worked out for rows that were found, and change nothing there.
 * The engine drops a condition whose pattern is empty before it reads anything; so the SQL is the same for all texts.
 */
function narrowing(
  texts: readonly string[],
  isRegex: boolean,
  writer: SqlWriter,
): (comparison: string, text: IndexedText) => string {
  const searches = indexedSearches(texts, isRegex).map(({ on, pattern }) => {
    const like = writer.bind(pattern, 'String', INDEX_PATTERN);
    return (text: IndexedText) => `(${like} = '' OR ${on(text)} LIKE ${like})`;
  });
  return (comparison, text) => `(${[comparison, ...searches.map((search) => search(text))].join(' AND ')})`;
}

const INDEXED_FIELDS: Partial<Record<FieldName, IndexedText>> = {
  input: 'input_text',
  output: 'output_text',
  error_message: 'error_message',
};

/** A comparison of a field or tag with one value. */
function valueSql(node: Comparison, value: Value, writer: SqlWriter): string {
  const compared = comparedSql(node, value, writer);
  const { subject, operator } = node;
  const indexed = subject.kind === 'field' ? INDEXED_FIELDS[subject.name] : undefined;
  if (indexed === undefined || !['=', 'contains'].includes(operator)) return compared;
  return narrowing(textsOf(value), false, writer)(compared, indexed);
}

function comparisonSql(node: Comparison, writer: SqlWriter): string {
  const { subject, operator } = node;
  if (operator === '!=') return `NOT (${comparisonSql({ ...node, operator: '=' }, writer)})`;
  if (node.values.some(isAnyValue)) return '1';
  if (subject.kind === 'path') return pathComparison(subject.path, operator, node.values, writer);
  if (operator === 'exists') return existsSql(subject, writer);
  if (subject.kind === 'field' && subject.name === 'status') {
    writer.read(['status']);
    return statusSql(node.values, writer);
  }
  if (operator === 'in') return inSql(node, writer);
  const [value] = node.values;
  return value === undefined ? '1' : valueSql(node, value, writer);
}

function subjectSql(
  subject: Exclude<Subject, { kind: 'path' }>,
  writer: SqlWriter,
): { sql: string; isNullable: boolean } {
  if (subject.kind === 'tag') {
    writer.read(['tags']);
    return { sql: `t.tags[${writer.bind(subject.name, 'String')}]`, isNullable: false };
  }
  const field = FIELD_SQL[subject.name];
  writer.read(field.columns);
  return field;
}

function existsSql(subject: Exclude<Subject, { kind: 'path' }>, writer: SqlWriter): string {
  if (subject.kind === 'tag') {
    writer.read(['tags']);
    return `mapContains(t.tags, ${writer.bind(subject.name, 'String')})`;
  }
  const { sql, isNullable } = subjectSql(subject, writer);
  return isNullable ? `isNotNull(${sql})` : `${sql} != ''`;
}

/** Texts together are a list of the engine's own; other values are compared one by one. */
function inSql(node: Comparison, writer: SqlWriter): string {
  const { subject, values } = node;
  if (subject.kind === 'path') return '1';
  const texts = values.flatMap((value) => (value.type === 'text' ? [value.text] : []));
  if (texts.length === values.length && values.length > 1) {
    const { sql } = subjectSql(subject, writer);
    return `${sql} IN ${writer.bind(texts, 'Array(String)')}`;
  }
  // Equality, not a list of one, lets the engine read a single model's rows in order of time.
  const each = values.map((value) => valueSql({ ...node, operator: '=' }, value, writer));
  return each.length === 1 ? (each[0] ?? '1') : `(${each.join(' OR ')})`;
}

function boundValue(value: Value, writer: SqlWriter): string {
  switch (value.type) {
    case 'text':
      return writer.bind(value.text, 'String');
    case 'pattern':
      return writer.bind(likePattern(piecesOf(value.text)), 'String');
    case 'number':
      return writer.bind(value.number, 'Float64');
    case 'time':
      return writer.bind(value.time, "DateTime64(6, 'UTC')");
    case 'literal':
      return value.text === 'true' ? 'true' : 'false';
  }
}

/** A timeout is a failure with a status of its own. */
const FAILED = ['error', 'timeout'];

function statusSql(values: readonly Value[], writer: SqlWriter): string {
  const statuses = values.flatMap(({ text }) => (text === 'failed' ? FAILED : [text]));
  return `t.status IN ${writer.bind(statuses, 'Array(String)')}`;
}

function comparedSql({ subject, operator }: Comparison, value: Value, writer: SqlWriter): string {
  if (subject.kind === 'path') return '1';
  const { sql, isNullable } = subjectSql(subject, writer);
  const bound = boundValue(value, writer);
  if (operator === 'contains') return `positionCaseInsensitiveUTF8(${sql}, ${bound}) > 0`;
  if (operator === 'matches') return `match(${sql}, ${bound})`;
  if (value.type === 'pattern') return `${sql} LIKE ${bound}`;
  const compared = `${sql} ${operator} ${bound}`;
  return isNullable ? `ifNull(${compared}, 0)` : compared;
}
