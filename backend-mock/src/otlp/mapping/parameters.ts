import { firstText, listOf, objectOf, type JsonObject } from '../../payload/json.js';
import { DIALECTS } from '../dialects/dialects.js';
import { indexedList } from '../dialects/indexed.js';
import { parsedJson } from '../dialects/jsonText.js';
import type { Attributes } from '../message/anyValue.js';

const PREFIXES = DIALECTS.flatMap(({ parameterPrefixes = [] }) => parameterPrefixes);
const BUNDLES = DIALECTS.flatMap(({ parameterBundles = [] }) => parameterBundles);
const NAMED = new Map(DIALECTS.flatMap(({ parameterNames = {} }) => Object.entries(parameterNames)));
/** Below a prefix of parameters, but no parameters. */
const NOT_PARAMETERS = new Set(['model', 'stream', 'type', 'maxRetries']);
const NESTED = /^(context|runtimeContext)\./;
const TOOL_LISTS = ['gen_ai.tool.definitions', 'ai.prompt.tools'];

function parameterName(attribute: string): string | undefined {
  const named = NAMED.get(attribute);
  if (named !== undefined) return named;
  const prefix = PREFIXES.find((candidate) => attribute.startsWith(candidate));
  const name = prefix === undefined ? '' : attribute.slice(prefix.length);
  return name === '' || NOT_PARAMETERS.has(name) || NESTED.test(name) ? undefined : name;
}

function toolName(definition: unknown): string {
  const tool = objectOf(parsedJson(definition));
  return firstText(tool['name'], objectOf(tool['function'])['name']);
}

function toolNames(attributes: Attributes): string[] {
  const listed = TOOL_LISTS.flatMap((name) => listOf(parsedJson(attributes.get(name))));
  // OpenInference: llm.tools.0.tool.json_schema.
  const indexed = attributes.has('llm.tools.0.tool.json_schema')
    ? (indexedList(attributes, 'llm.tools') ?? []).map((entry) => objectOf(objectOf(entry)['tool'])['json_schema'])
    : [];
  return [...listed, ...indexed].map(toolName).filter((name) => name !== '');
}

/** Request parameters in whichever attributes a dialect keeps them, and tools by name. */
export function parametersOf(attributes: Attributes): JsonObject {
  const parameters: [string, unknown][] = [];
  for (const name of BUNDLES) parameters.push(...Object.entries(objectOf(parsedJson(attributes.get(name)))));
  for (const [attribute, value] of attributes) {
    const name = value === null ? undefined : parameterName(attribute);
    if (name !== undefined) parameters.push([name, value]);
  }
  const tools = toolNames(attributes);
  return Object.fromEntries(tools.length > 0 ? [...parameters, ['tools', tools]] : parameters);
}
