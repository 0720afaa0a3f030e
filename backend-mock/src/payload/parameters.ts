import { compactJson, firstText, isObject, listOf, objectOf, type JsonObject } from './json.js';

/** A parameter longer than this (a JSON schema of an answer, say) is named with its size; the input has it whole. */
const LONGEST_PARAMETER = 8192;
const NESTED_SETTINGS = new Set([
  'options',
  'generationConfig',
  'inferenceConfig',
  'textGenerationConfig',
  'additionalModelRequestFields',
]);

function toolName(tool: unknown): string {
  const described = objectOf(tool);
  const inner = objectOf(described['function'] ?? described['toolSpec']);
  return firstText(inner['name'], described['name'], described['type']);
}

function toolNames(tools: unknown): string[] {
  return listOf(tools)
    .flatMap((tool) => {
      const declared = listOf(objectOf(tool)['functionDeclarations'] ?? objectOf(tool)['function_declarations']);
      return declared.length > 0 ? declared : [tool];
    })
    .map(toolName)
    .filter((name) => name !== '');
}

function bounded(value: unknown): unknown {
  const text = compactJson(value);
  return text.length > LONGEST_PARAMETER ? `[${text.length} characters]` : value;
}

/**
 * Request parameters: everything of the request but its contents (`contents` and the model). Settings that an API nests
 * (Ollama's `options`, Gemini's `generationConfig`, …) are lifted to the top; tools are given by name.
 */
export function requestParameters(body: JsonObject, contents: readonly string[]): JsonObject {
  const left = new Set([...contents, 'model', 'toolConfig', 'tools', 'functions']);
  const entries = Object.entries(body).flatMap(([name, value]): [string, unknown][] =>
    NESTED_SETTINGS.has(name) && isObject(value) ? Object.entries(value) : [[name, value]],
  );
  const kept = entries.filter(
    ([name, value]) => !left.has(name) && value !== null && value !== undefined && value !== '',
  );
  const tools = toolNames(body['tools'] ?? objectOf(body['toolConfig'])['tools'] ?? body['functions']);
  const parameters = Object.fromEntries(kept.map(([name, value]) => [name, bounded(value)]));
  return tools.length === 0 ? parameters : { ...parameters, tools };
}
