/** Provider names of older conventions and other dialects, and OpenTelemetry's names (`gen_ai.provider.name`) now. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['az.ai.openai', 'azure.ai.openai'],
  ['azure', 'azure.ai.openai'],
  ['azure-openai', 'azure.ai.openai'],
  ['az.ai.inference', 'azure.ai.inference'],
  ['vertex_ai', 'gcp.vertex_ai'],
  ['vertexai', 'gcp.vertex_ai'],
  ['google.vertex', 'gcp.vertex_ai'],
  ['gemini', 'gcp.gemini'],
  ['google', 'gcp.gemini'],
  ['google.generative-ai', 'gcp.gemini'],
  ['mistral', 'mistral_ai'],
  ['mistralai', 'mistral_ai'],
  ['aws', 'aws.bedrock'],
  ['bedrock', 'aws.bedrock'],
  ['amazon', 'aws.bedrock'],
  ['amazon-bedrock', 'aws.bedrock'],
  ['xai', 'x_ai'],
  ['watsonx', 'ibm.watsonx.ai'],
]);

/** APIs that Vercel's SDK puts behind the provider, as in `openai.chat` and `google.vertex.chat`. */
const API_SUFFIX = /\.(chat|responses|completion|completions|messages|embedding|textembedding)$/;

/** A provider by the name OpenTelemetry has for it; others keep their own, in lower case. */
export function providerName(said: string): string {
  const name = said.toLowerCase().replace(API_SUFFIX, '');
  return RENAMED.get(name) ?? name;
}
