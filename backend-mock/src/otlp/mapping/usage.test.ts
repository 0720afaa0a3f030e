import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toTraceRow } from '../../ingest/traceRow.js';
import { namesOf } from '../dialects/dialects.js';
import { spanToTrace } from './spanToTrace.js';

const NAMES = [
  ...namesOf('input_tokens'),
  ...namesOf('cached_input_tokens'),
  ...namesOf('cache_write_tokens'),
  ...namesOf('output_tokens'),
];
const SCOPES = ['', 'opentelemetry.instrumentation.bedrock', 'openinference.instrumentation.anthropic', 'ai'];

function rowOf(attributes: Record<string, unknown>, scope = '') {
  const mapped = spanToTrace({
    traceId: 'a'.repeat(32),
    spanId: 'b'.repeat(16),
    parentSpanId: '',
    name: 'chat',
    kind: 'client',
    startMicros: 1_763_640_366_123_456n,
    durationMs: 1,
    attributes: new Map(Object.entries({ 'gen_ai.request.model': 'm', ...attributes })),
    events: [],
    statusCode: 'unset',
    statusMessage: '',
    resource: new Map(),
    scope,
  });
  if (!mapped) throw new Error('not a request');
  return { row: toTraceRow(mapped.trace, mapped.payloads), findings: mapped.findings };
}

describe('cached tokens', () => {
  test('are never more than the input they are part of, whatever a sender says in whichever names', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(fc.nat(1_000_000), fc.nat(4_000_000_000).map(String))),
        fc.constantFrom(...SCOPES),
        fc.constantFrom({}, { 'ai.model.provider': 'anthropic.messages' }, { 'llm.provider': 'aws' }),
        (counts, scope, provider) => {
          const { row } = rowOf({ ...counts, ...provider }, scope);
          const cached = (row.cached_input_tokens ?? 0) + (row.cache_write_tokens ?? 0);
          expect(row.input_tokens === null || row.input_tokens >= Math.min(cached, 4_000_000_000)).toBe(true);
        },
      ),
      { numRuns: Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 300) },
    );
  });

  test.each([
    ['OpenAI by OpenTelemetry', '', {}, 1000],
    ['Anthropic by OpenLLMetry, which adds them itself', 'opentelemetry.instrumentation.anthropic', {}, 1000],
    ['Bedrock by OpenLLMetry', 'opentelemetry.instrumentation.bedrock', {}, 1900],
    ['Anthropic by OpenInference in JavaScript', '@arizeai/openinference-instrumentation-anthropic', {}, 1900],
    ['Anthropic by Vercel before version 6', 'ai', { 'ai.model.provider': 'anthropic.messages' }, 1900],
    [
      'Anthropic by Vercel from version 6 on',
      'ai',
      { 'ai.model.provider': 'anthropic.messages', 'ai.usage.inputTokenDetails.noCacheTokens': 100 },
      1000,
    ],
    ['OpenAI by Vercel', 'ai', { 'ai.model.provider': 'openai.responses' }, 1000],
  ])('of %s are counted once', (_, scope, more, expected) => {
    const usage = { 'gen_ai.usage.input_tokens': 1000, 'gen_ai.usage.cache_read.input_tokens': 900 };
    expect(rowOf({ ...usage, ...more }, scope).row.input_tokens).toBe(expected);
  });

  test('two names for one count that disagree are reported, and the newer name is taken', () => {
    const { row, findings } = rowOf({ 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.prompt_tokens': 12 });
    expect([row.input_tokens, findings]).toEqual([10, ['different_numbers']]);
  });
});
