import type { Operator, Value } from '../ast.js';
import type { JsonPath } from '../path/pathAst.js';
import type { SqlWriter } from './sqlWriter.js';

// Taking JSON apart costs ten times what finding a piece of text in it does. So a row's JSON is taken apart only when it
// holds a name of the path and a piece of the wanted value. Both are looked for as they stand in JSON, so only letters,
// digits, blanks and the like will do: JSON can write them in no other way than as they are or as \u…, and rows with
// \u are always taken apart. An empty text is found everywhere: then nothing is skipped, and the SQL stays the same.

/** Text that stands in JSON as it is. Three letters, because numbers can be written in several ways. */
function plainOrNothing(text: string): string {
  return /^[A-Za-z0-9 _-]+$/.test(text) && /[A-Za-z]{3}/.test(text) ? text : '';
}

/** A member that must be there for the path to lead anywhere; filters are left out, they may ask for what is not there. */
function neededMember({ steps }: JsonPath): string {
  const names = steps.flatMap((step) => (step.kind === 'member' ? [plainOrNothing(step.name)] : []));
  const longest = names.reduce((best, name) => (name.length > best.length ? name : best), '');
  return longest === '' ? '' : `"${longest}"`;
}

/** A text that must be in the JSON for the comparison to hold. */
function neededText(operator: Operator, values: readonly Value[]): string {
  const [value] = values;
  if (values.length !== 1 || value?.type !== 'text' || !['=', 'contains'].includes(operator)) return '';
  return plainOrNothing(value.text);
}

/** A cheap condition that holds for every row for which the comparison can hold. */
export function pathPrefilter(
  column: string,
  path: JsonPath,
  operator: Operator,
  values: readonly Value[],
  writer: SqlWriter,
): string {
  const member = writer.bind(neededMember(path), 'String');
  const text = writer.bind(neededText(operator, values), 'String');
  return [
    `(position(${column}, '\\\\u') > 0`,
    `OR position(${column}, ${member}) > 0 AND positionCaseInsensitiveUTF8(${column}, ${text}) > 0)`,
  ].join(' ');
}
