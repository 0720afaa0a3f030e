import type { components } from '../../contract/api.gen';
import type { ErrorKind } from './knownKinds';

type TraceError = components['schemas']['TraceError'];

/** Characters of a message that are looked at: providers say first what is wrong, and repeat inputs after it. */
const LOOKED_AT = 500;

const RETIRED =
  /\b(?:model|deployment|version)\b.{0,200}\b(?:removed|deprecated|retired|decommissioned|discontinued|sunset|shut ?down|end of (?:its )?life|no longer (?:available|supported))\b/is;

const NO_MODEL =
  /\b(?:model|deployment)\b.{0,200}\b(?:not exist|not found|does not exist|unknown)\b|\bunknown model\b/is;

const CONTEXT =
  /prompt is too long|maximum context length|context window|context length|input is too long|too many (?:input )?tokens|token count .{0,40}exceeds|reduce the length of/i;

const FILTERED =
  /content (?:filter|management policy|policy)|safety (?:system|filter)|violating our (?:usage )?polic|usage policies/i;

const NO_CREDIT = /credit balance is too low|insufficient balance|exceeded your current quota.{0,80}billing/is;

const SENTENCES: [ErrorKind, RegExp][] = [
  ['context-length', CONTEXT],
  ['quota', NO_CREDIT],
  ['content-filter', FILTERED],
  ['model-not-found', NO_MODEL],
];

/**
 * What a message says of a failure whose names and status say less. Messages are those of OpenAI, Anthropic, Cohere,
 * Mistral, Groq, DeepSeek, Gemini, Bedrock, Ollama and vLLM.
 * @param kind what names and status say
 */
export function kindByMessage({ message, param }: TraceError, kind: ErrorKind | undefined): ErrorKind | undefined {
  const start = (message ?? '').slice(0, LOOKED_AT);
  // A parameter may be deprecated for a model that is not.
  const isOfParameter = typeof param === 'string' && param !== '' && param !== 'model';
  if (!isOfParameter && RETIRED.test(start)) {
    return 'model-retired';
  }
  if (kind === 'model-not-found') {
    return kind;
  }
  return (
    SENTENCES.find(([, pattern]) => pattern.test(start))?.[0] ??
    // Whoever speaks of a model when something is not found does not find the model, as Anthropic's “model: claude-0”.
    (kind === 'not-found' && /\bmodels?\b/i.test(start) ? 'model-not-found' : undefined)
  );
}
