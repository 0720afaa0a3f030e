import type { DialectName } from '../dialects/dialect.js';
import type { OtlpSpan } from '../message/readSpan.js';

const OPENLLMETRY = /^(traceloop\.|llm\.(request|usage|response)\.|gen_ai\.(prompt|completion)\.\d)/;

/** The first name of the conventions before 1.37, and what took its place. */
const OLD_PROVIDER = 'gen_ai.system';
const NEW_PROVIDER = 'gen_ai.provider.name';

/** Which conventions a span mostly speaks, for the report; `other` when it says nothing of models. */
export function dialectOf({ attributes, scope }: OtlpSpan): DialectName {
  if (attributes.has('openinference.span.kind') || scope.includes('openinference')) return 'openinference';
  if (attributes.has('ai.operationId')) return 'vercel-ai';
  let isGenai = false;
  for (const name of attributes.keys()) {
    if (OPENLLMETRY.test(name)) return 'openllmetry';
    isGenai ||= name.startsWith('gen_ai.');
  }
  if (!isGenai) return 'other';
  return attributes.has(OLD_PROVIDER) && !attributes.has(NEW_PROVIDER) ? 'otel-genai-1.36' : 'otel-genai';
}
