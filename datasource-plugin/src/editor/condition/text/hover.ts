import { QUERY_FIELD_TYPES } from '../../../contract/constants.gen';
import { queryField, queryFieldNamed } from '../../../query/queryFields';
import { VALUE_HINTS } from '../builder/valueFault';

/** What a field is, for somebody who points at its name; undefined for any other word. */
export function hoverWords(word: string): string | undefined {
  const name = queryFieldNamed(word);
  const field = name === undefined ? undefined : queryField(name);
  if (name === undefined || field === undefined) {
    return undefined;
  }
  const values = field.values?.join(', ') ?? VALUE_HINTS[field.type];
  return [
    `${field.label} (${field.type})`,
    `Operators: ${QUERY_FIELD_TYPES[field.type].operators.join(' ')}`,
    ...(values === undefined ? [] : [`Values: ${values}`]),
    ...(field.aliases.length > 0 ? [`Also written: ${field.aliases.join(', ')}`] : []),
  ].join('\n\n');
}
