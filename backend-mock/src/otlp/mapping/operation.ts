import { textOf } from '../../payload/json.js';
import { firstPresent } from '../dialects/dialect.js';
import { DIALECTS, namesOf } from '../dialects/dialects.js';
import type { Attributes } from '../message/anyValue.js';

const REQUESTS: ReadonlyMap<string, string> = new Map(DIALECTS.flatMap(({ requests }) => [...requests]));
const OPERATION_ATTRIBUTES = namesOf('operation');
/** Values that say nothing. */
const UNSAID = new Set(['', 'unknown']);
const TOOL_ATTRIBUTES = ['gen_ai.tool.name', 'gen_ai.tool.call.id'];

/**
 * The GenAI operation of a span that is one model request; undefined for every other span (agents, tools, workflows,
 * retrievals, outer spans of an SDK, and whatever else names another operation, in any dialect). A span that names no
 * operation but a GenAI model is a request.
 */
export function modelOperation(attributes: Attributes): string | undefined {
  const said: string[] = [];
  for (const name of OPERATION_ATTRIBUTES) {
    const value = textOf(attributes.get(name)).toLowerCase();
    if (!UNSAID.has(value)) said.push(value);
  }
  if (said.length > 0) {
    return said.every((value) => REQUESTS.has(value)) ? REQUESTS.get(said[0] ?? '') : undefined;
  }
  const namesModel = firstPresent(attributes, namesOf('model')) !== undefined;
  return namesModel && firstPresent(attributes, TOOL_ATTRIBUTES) === undefined ? 'chat' : undefined;
}
