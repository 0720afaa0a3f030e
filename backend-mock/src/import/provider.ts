/** Where a call went: OpenTelemetry's GenAI provider name where there is one, and the operation its path asks for. */
export interface Destination {
  provider: string;
  /** Model named by the path (Bedrock, Gemini); '' when the request names it. */
  pathModel: string;
}

/**
 * Providers by host. Names are OpenTelemetry's `gen_ai.provider.name` values where it defines one; the rest are named in
 * the same manner. 11434 and 8000 are the default ports of Ollama and vLLM.
 */
const PROVIDER_HOSTS: readonly (readonly [host: RegExp, provider: string])[] = [
  [/(^|\.)api\.openai\.com$/, 'openai'],
  [/\.openai\.azure\.com$/, 'azure.ai.openai'],
  [/\.(services|inference)\.ai\.azure\.com$/, 'azure.ai.inference'],
  [/(^|\.)api\.anthropic\.com$/, 'anthropic'],
  [/(^|\.)api\.cohere\.(com|ai)$/, 'cohere'],
  [/(^|\.)api\.mistral\.ai$/, 'mistral_ai'],
  [/(^|\.)api\.groq\.com$/, 'groq'],
  [/(^|\.)api\.deepseek\.com$/, 'deepseek'],
  [/(^|\.)api\.perplexity\.ai$/, 'perplexity'],
  [/(^|\.)api\.x\.ai$/, 'x_ai'],
  [/^bedrock(-runtime)?\..+\.amazonaws\.com$/, 'aws.bedrock'],
  [/^generativelanguage\.googleapis\.com$/, 'gcp.gemini'],
  [/aiplatform\.googleapis\.com$/, 'gcp.vertex_ai'],
  [/(^|\.)api\.together\.(xyz|ai)$/, 'together'],
  [/(^|\.)api\.voyageai\.com$/, 'voyage'],
  [/(^|\.)api\.writer\.com$/, 'writer'],
  [/(^|\.)api\.replicate\.com$/, 'replicate'],
  [/:11434$/, 'ollama'],
  [/^(localhost|127\.0\.0\.1|\[::1\]):8000$/, 'vllm'],
];

const OLLAMA_PATH = /^\/api\/(chat|generate|embed|embeddings)$/;
const OPENAI_PATH = /\/(chat\/completions|completions|embeddings|responses)$/;
const PATH_MODELS = [/^\/model\/([^/]+)\/(?:invoke|converse)/, /\/models\/([^/:]+):/];

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * Tells provider and path model. A host nobody knows that serves OpenAI's paths counts as `openai`, as OpenTelemetry's
 * conventions have it for OpenAI-compatible servers. Undefined when neither host nor path is known.
 */
export function destinationOf(host: string, path: string): Destination | undefined {
  const known = PROVIDER_HOSTS.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1];
  const bySpeech = OLLAMA_PATH.test(path) ? 'ollama' : OPENAI_PATH.test(path) ? 'openai' : undefined;
  const provider = known ?? bySpeech;
  if (provider === undefined) {
    return undefined;
  }
  const model = PATH_MODELS.map((pattern) => pattern.exec(path)?.[1]).find((segment) => segment !== undefined);
  return { provider, pathModel: model === undefined ? '' : decoded(model) };
}
