import { describe, expect, test } from 'vitest';
import { assembleStream } from './assembleStream.js';

const sse = (...events: unknown[]) =>
  events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('') + 'data: [DONE]\n\n';

describe('a streamed answer becomes the complete answer of its API', () => {
  test('OpenAI chat: text, tool calls by index, both choices, usage of the last chunk', () => {
    const chunk = (index: number, delta: object, finish: string | null = null) => ({
      id: 'c1',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'gpt-4o',
      choices: [{ index, delta, finish_reason: finish }],
      obfuscation: 'xx',
    });
    const body = sse(
      chunk(0, { role: 'assistant', content: 'He' }),
      chunk(0, { content: 'llo' }),
      chunk(1, { tool_calls: [{ index: 0, id: 't', type: 'function', function: { name: 'f', arguments: '{"a"' } }] }),
      chunk(1, { tool_calls: [{ index: 0, function: { arguments: ':1}' } }] }),
      chunk(0, {}, 'stop'),
      chunk(1, {}, 'tool_calls'),
      { id: 'c1', object: 'chat.completion.chunk', choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } },
    );
    expect(assembleStream(body)).toEqual({
      id: 'c1',
      object: 'chat.completion',
      created: 1,
      model: 'gpt-4o',
      usage: { prompt_tokens: 3, completion_tokens: 2 },
      choices: [
        { index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' },
        {
          index: 1,
          message: { tool_calls: [{ id: 't', type: 'function', function: { name: 'f', arguments: '{"a":1}' } }] },
          finish_reason: 'tool_calls',
        },
      ],
    });
  });

  test('OpenAI completions keep the reason of a last chunk without text', () => {
    const body = sse(
      { object: 'text_completion', choices: [{ index: 0, text: 'A', finish_reason: null }] },
      { object: 'text_completion', choices: [{ index: 0, text: 'B' }] },
      { object: 'text_completion', choices: [{ delta: {}, finish_reason: 'stop' }] },
    );
    expect(assembleStream(body)).toMatchObject({ choices: [{ text: 'AB', finish_reason: 'stop' }] });
  });

  test('OpenAI responses: the closing event, or what a broken stream had finished', () => {
    const created = { type: 'response.created', response: { id: 'r', status: 'in_progress', output: [] } };
    const item = { type: 'response.output_item.done', item: { type: 'message', content: [] } };
    const done = { type: 'response.completed', response: { id: 'r', status: 'completed', output: [item.item] } };
    expect(assembleStream(sse(created, item, done))).toEqual(done.response);
    expect(assembleStream(sse(created, item))).toEqual({ id: 'r', status: 'in_progress', output: [item.item] });
  });

  test('Anthropic: text, thinking and tool input by block, usage of start and end joined', () => {
    const body = sse(
      {
        type: 'message_start',
        message: { id: 'm', type: 'message', content: [], usage: { input_tokens: 5, output_tokens: 1 } },
      },
      { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'Hm' } },
      { type: 'content_block_start', index: 1, content_block: { type: 'tool_use', name: 'f', input: {} } },
      { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '{"a"' } },
      { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: ':1}' } },
      { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 20 } },
      { type: 'message_stop' },
    );
    expect(assembleStream(body)).toEqual({
      id: 'm',
      type: 'message',
      stop_reason: 'tool_use',
      content: [
        { type: 'thinking', thinking: 'Hm' },
        { type: 'tool_use', name: 'f', input: { a: 1 } },
      ],
      usage: { input_tokens: 5, output_tokens: 20 },
    });
  });

  test('Cohere v2: content, plan and tool calls', () => {
    const body = sse(
      { id: 'x', type: 'message-start', delta: { message: { role: 'assistant' } } },
      { type: 'tool-plan-delta', delta: { message: { tool_plan: 'I will ' } } },
      { type: 'tool-plan-delta', delta: { message: { tool_plan: 'look.' } } },
      {
        type: 'tool-call-start',
        index: 0,
        delta: { message: { tool_calls: { id: 't', function: { name: 'f', arguments: '' } } } },
      },
      { type: 'tool-call-delta', index: 0, delta: { message: { tool_calls: { function: { arguments: '{}' } } } } },
      { type: 'message-end', delta: { finish_reason: 'TOOL_CALL', usage: { tokens: { input_tokens: 1 } } } },
    );
    expect(assembleStream(body)).toEqual({
      id: 'x',
      message: {
        role: 'assistant',
        content: [],
        tool_plan: 'I will look.',
        tool_calls: [{ id: 't', function: { name: 'f', arguments: '{}' } }],
      },
      finish_reason: 'TOOL_CALL',
      usage: { tokens: { input_tokens: 1 } },
    });
  });

  test('Ollama lines: text of all, counts of the last', () => {
    const lines = [
      { message: { role: 'assistant', content: 'Hi' }, done: false },
      { message: { role: 'assistant', content: '!' }, done: true, done_reason: 'stop', eval_count: 2 },
    ];
    const body = lines.map((line) => JSON.stringify(line)).join('\n');
    expect(assembleStream(body)).toEqual({
      message: { role: 'assistant', content: 'Hi!' },
      done: true,
      done_reason: 'stop',
      eval_count: 2,
    });
  });

  test('CRLF line ends and data spread over several lines are read as the standard says', () => {
    expect(assembleStream('event: x\r\ndata: {"value":\r\ndata: "A"}\r\n\r\ndata: {"value":"B"}\r\n\r\n')).toEqual({
      choices: [{ text: 'AB' }],
    });
  });

  test('a body of no known API is not passed off as an answer', () => {
    expect(assembleStream('data: {"hello":1}\n\n')).toBeUndefined();
    expect(assembleStream('')).toBeUndefined();
    expect(assembleStream('data: {"id":"__proto__"')).toBeUndefined();
  });
});
