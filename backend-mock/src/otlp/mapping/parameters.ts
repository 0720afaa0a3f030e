import { firstText, listOf, objectOf, type JsonObject } from '../../payload/json.js';
import type { Attributes } from '../message/anyValue.js';
import { parsedJson } from './indexed.js';

const REQUEST_PREFIX = 'gen_ai.request.';
const NOT_PARAMETERS = new Set(['model', 'stream', 'type']);

function toolNames(definitions: unknown): string[] {
  return listOf(parsedJson(definitions))
    .map((tool) => firstText(objectOf(tool)['name'], objectOf(objectOf(tool)['function'])['name']))
    .filter((name) => name !== '');
}

/** Request parameters: every `gen_ai.request.*` attribute but the model, OpenInference's bundle, and tools by name. */
export function parametersOf(attributes: Attributes): JsonObject {
  const bundle = objectOf(parsedJson(attributes.get('llm.invocation_parameters')));
  const named = [...attributes]
    .filter(([name]) => name.startsWith(REQUEST_PREFIX))
    .map(([name, value]): [string, unknown] => [name.slice(REQUEST_PREFIX.length), value])
    .filter(([name, value]) => !NOT_PARAMETERS.has(name) && value !== null);
  const tools = toolNames(attributes.get('gen_ai.tool.definitions'));
  return { ...bundle, ...Object.fromEntries(named), ...(tools.length > 0 ? { tools } : {}) };
}
