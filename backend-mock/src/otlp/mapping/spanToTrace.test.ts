import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toTraceRow } from '../../ingest/traceRow.js';
import type { OtlpEvent, OtlpSpan } from '../message/readSpan.js';
import { spanToTrace } from './spanToTrace.js';

function span(attributes: Record<string, unknown>, more: Partial<OtlpSpan> = {}): OtlpSpan {
  return {
    traceId: '5b8efff798038103d269b633813fc60c',
    spanId: 'eee19b7ec3c1b174',
    parentSpanId: '',
    name: 'chat',
    kind: 'client',
    startMicros: 1763640366123456n,
    durationMs: 1500,
    attributes: new Map(Object.entries(attributes)),
    events: [],
    statusCode: 'unset',
    statusMessage: '',
    resource: new Map(),
    scope: '',
    ...more,
  };
}
const chat = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'gpt-4o' };
const event = (name: string, attributes: Record<string, unknown>): OtlpEvent => ({
  name,
  timeMicros: 1763640366123456n,
  attributes: new Map(Object.entries(attributes)),
});
const row = (made: OtlpSpan) => {
  const mapped = spanToTrace(made);
  if (mapped === undefined) {
    throw new Error('not a model request');
  }
  return toTraceRow(mapped.trace, mapped.payloads);
};

describe('which spans are traces', () => {
  test.each(['invoke_agent', 'execute_tool', 'create_agent', 'retrieval', 'TOOL', 'CHAIN'])(
    'a span of %s is no model request, although it names a model',
    (operation) => {
      expect(spanToTrace(span({ ...chat, 'gen_ai.operation.name': operation }))).toBeUndefined();
    },
  );

  test('a span without GenAI attributes is no model request', () => {
    expect(spanToTrace(span({ 'http.route': '/shop' }))).toBeUndefined();
  });

  test.each([
    [{ 'gen_ai.system': 'openai', 'gen_ai.request.model': 'gpt-4o' }, 'chat'],
    [{ 'llm.request.type': 'completion', 'gen_ai.request.model': 'x' }, 'text_completion'],
    [{ 'openinference.span.kind': 'EMBEDDING', 'embedding.model_name': 'x' }, 'embeddings'],
    [{ 'ai.operationId': 'ai.generateText.doGenerate', 'ai.model.id': 'x' }, 'chat'],
    [{ ...chat, 'gen_ai.operation.name': 'generate_content' }, 'generate_content'],
  ])('model requests of every dialect become traces (%j)', (attributes, operation) => {
    expect(spanToTrace(span(attributes))?.trace.operation).toBe(operation);
  });
});

describe('what a trace says', () => {
  test('the newest conventions: model, provider, tokens, messages, instructions, parameters, first token', () => {
    const made = row(
      span(
        {
          ...chat,
          'gen_ai.provider.name': 'openai',
          'gen_ai.response.model': 'gpt-4o-2024-08-06',
          'gen_ai.response.id': 'r1',
          'gen_ai.response.finish_reasons': ['stop'],
          'gen_ai.response.time_to_first_chunk': 0.25,
          'gen_ai.usage.input_tokens': 100,
          'gen_ai.usage.cache_read.input_tokens': 80,
          'gen_ai.usage.cache_write.input_tokens': 5,
          'gen_ai.usage.output_tokens': 20,
          'gen_ai.usage.reasoning.output_tokens': 12,
          'gen_ai.request.temperature': 0.2,
          'gen_ai.request.choice.count': 1,
          'gen_ai.conversation.id': 'c1',
          'server.address': 'api.openai.com',
          'user.id': 'u1',
          'gen_ai.system_instructions': '[{"type":"text","content":"Be brief."}]',
          'gen_ai.input.messages': '[{"role":"user","parts":[{"type":"text","content":"Hi"}]}]',
          'gen_ai.output.messages':
            '[{"role":"assistant","parts":[{"type":"text","content":"Hello"}],"finish_reason":"stop"}]',
        },
        { resource: new Map([['service.name', 'shop']]) },
      ),
    );
    expect(made).toMatchObject({
      request_id: '5b8efff798038103d269b633813fc60c-eee19b7ec3c1b174',
      trace_id: '5b8efff798038103d269b633813fc60c',
      start_time: '2025-11-20 12:06:06.123456',
      duration_ms: 1500,
      status: 'success',
      provider: 'openai',
      response_model: 'gpt-4o-2024-08-06',
      response_id: 'r1',
      finish_reason: 'stop',
      streamed: true,
      ttft_ms: 250,
      input_tokens: 100,
      cached_input_tokens: 80,
      cache_write_tokens: 5,
      output_tokens: 20,
      reasoning_tokens: 12,
      conversation_id: 'c1',
      connection: 'api.openai.com',
      user_id: 'u1',
      source: 'shop',
      source_type: 'OpenTelemetry',
      model_type: 'external',
      input_text: 'system: Be brief.\nuser: Hi',
      output_text: 'Hello',
    });
    expect(JSON.parse(made.parameters_json)).toEqual({ temperature: 0.2, 'choice.count': 1 });
  });

  test('OpenLLMetry: numbered prompts with tool calls, old usage names, old provider name', () => {
    const made = row(
      span({
        'gen_ai.system': 'Azure',
        'llm.request.type': 'chat',
        'gen_ai.request.model': 'gpt-4o',
        'gen_ai.prompt.0.role': 'user',
        'gen_ai.prompt.0.content': 'Weather?',
        'gen_ai.prompt.1.role': 'assistant',
        'gen_ai.prompt.1.tool_calls.0.name': 'get_weather',
        'gen_ai.prompt.1.tool_calls.0.arguments': '{"city":"Rome"}',
        'gen_ai.prompt.10.role': 'tool',
        'gen_ai.prompt.10.content': 'rain',
        'gen_ai.completion.0.content': 'It rains.',
        'gen_ai.completion.0.finish_reason': 'stop',
        'gen_ai.usage.prompt_tokens': 9,
        'gen_ai.usage.completion_tokens': 3,
      }),
    );
    expect(made.input_text).toBe('user: Weather?\nassistant: get_weather({"city":"Rome"})\ntool: rain');
    expect(made).toMatchObject({
      output_text: 'It rains.',
      finish_reason: 'stop',
      provider: 'azure.ai.openai',
      input_tokens: 9,
      output_tokens: 3,
    });
  });

  test('message events of older conventions, and OpenInference messages', () => {
    const events = row(
      span(chat, {
        events: [
          event('gen_ai.user.message', { content: 'Hi' }),
          event('gen_ai.choice', { index: 0, finish_reason: 'length', message: '{"content":"Hel"}' }),
        ],
      }),
    );
    expect(events).toMatchObject({ input_text: 'Hi', output_text: 'Hel', finish_reason: 'length' });
    const openInference = row(
      span({
        'openinference.span.kind': 'LLM',
        'llm.model_name': 'm',
        'llm.input_messages.0.message.role': 'user',
        'llm.input_messages.0.message.content': 'Hi',
        'llm.output_messages.0.message.content': 'Hello',
        'llm.token_count.prompt': 7,
      }),
    );
    expect(openInference).toMatchObject({ model: 'm', input_text: 'Hi', output_text: 'Hello', input_tokens: 7 });
  });

  test.each(['.', '..', ' \t', ''])('a request id of %j, which no address can name, is not taken', (said) => {
    expect(row(span({ ...chat, 'modeltrace.request_id': said }))).toMatchObject({
      request_id: '5b8efff798038103d269b633813fc60c-eee19b7ec3c1b174',
    });
  });

  test('a model of white space only is one without a name', () => {
    expect(row(span({ ...chat, 'gen_ai.request.model': '  ' }))).toMatchObject({ model: 'unknown' });
  });

  test('what a sender of modeltrace attributes says about hosting is kept', () => {
    const made = row(
      span({
        ...chat,
        'modeltrace.request_id': 'req-7',
        'modeltrace.model_type': 'fine-tuned',
        'modeltrace.deployment': 'support',
        'modeltrace.deployment_version': 'v3',
        'modeltrace.credits': 0.5,
        'modeltrace.tags.team': 'blue',
      }),
    );
    expect(made).toMatchObject({
      request_id: 'req-7',
      model_type: 'fine-tuned',
      deployment: 'support',
      deployment_version: 'v3',
      credits: 0.5,
      tags: { team: 'blue' },
    });
  });

  test('cached tokens are counted once, also for senders that keep them apart from the input', () => {
    const usage = (input: number, cached: number) =>
      row(span({ ...chat, 'gen_ai.usage.input_tokens': input, 'gen_ai.usage.cache_read_input_tokens': cached }))
        .input_tokens;
    expect(usage(100, 80)).toBe(100);
    expect(usage(4, 18131)).toBe(18135);
  });
});

describe('failures', () => {
  test('an error status with an HTTP code gets the type the drawer explains', () => {
    const made = row(span({ ...chat, 'error.type': '429' }, { statusCode: 'error', statusMessage: 'slow down' }));
    expect(made).toMatchObject({
      status: 'error',
      error_type: 'RateLimitError',
      error_message: 'slow down',
      error_http_status: 429,
    });
  });

  test('a timeout is a status of its own, and class names lose their module', () => {
    expect(row(span({ ...chat, 'error.type': 'openai.APITimeoutError' }))).toMatchObject({
      status: 'timeout',
      error_type: 'APITimeoutError',
    });
  });

  test('an exception event explains an error without a message', () => {
    const failed = span(chat, {
      statusCode: 'error',
      events: [event('exception', { 'exception.type': 'ValueError', 'exception.message': 'bad' })],
    });
    expect(row(failed)).toMatchObject({ status: 'error', error_type: 'ValueError', error_message: 'bad' });
  });
});

describe('hostile attributes', () => {
  const NAMES = [
    'gen_ai.operation.name',
    'gen_ai.request.model',
    'gen_ai.usage.input_tokens',
    'gen_ai.input.messages',
    'gen_ai.output.messages',
    'gen_ai.prompt.0.role',
    'gen_ai.prompt.0.__proto__.x',
    'gen_ai.prompt.0.content.a.b',
    'gen_ai.completion.9.content',
    'llm.input_messages.0.message.contents.0.message_content.text',
    'gen_ai.system_instructions',
    'gen_ai.tool.definitions',
    'error.type',
    'gen_ai.response.finish_reasons',
    'modeltrace.request_id',
    'modeltrace.tags.__proto__',
    'llm.invocation_parameters',
  ];

  test('contents nested a hundred thousand deep are kept as text instead of losing the batch', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(row(span({ ...chat, 'gen_ai.input.messages': deep })).input_text).toHaveLength(200_000);
  });

  test('no attributes whatever make a span unreadable, and every trace keeps the contract', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), fc.oneof(fc.jsonValue(), fc.json()), {
          maxKeys: 12,
        }),
        (attributes) => {
          const made = row(span({ 'gen_ai.request.model': 'm', ...attributes, 'gen_ai.operation.name': 'chat' }));
          expect(made.model.length).toBeGreaterThan(0);
          expect(made.model.length).toBeLessThanOrEqual(200);
          expect(made.request_id.length).toBeGreaterThan(0);
          expect(made.input_tokens === null || Number.isInteger(made.input_tokens)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
