import { loadChat } from './loadChat';

const { signal } = new AbortController();
const events = (...chunks: unknown[]) => chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('');
const lines = (...chunks: unknown[]) => chunks.map((chunk) => JSON.stringify(chunk)).join('\n');

/** Parts and end of the one message that a stream is put together to. */
async function answerOf(body: string) {
  const chat = await loadChat(body, 'output', signal);
  expect(chat?.isStream).toBe(true);
  expect(chat?.messages).toHaveLength(1);
  return [chat?.messages[0]?.parts, chat?.messages[0]?.finishReason];
}

const text = (value: string) => ({ kind: 'text', text: value });

describe('a streamed answer is shown as the message it is', () => {
  it('of OpenAI chat completions, with calls whose arguments came in pieces', async () => {
    const chunk = (delta: unknown, finish: unknown = null) => ({
      choices: [{ index: 0, delta, finish_reason: finish }],
    });
    const call = (over: object) => chunk({ tool_calls: [{ index: 0, ...over }] });
    const body =
      events(
        { choices: [], prompt_filter_results: [] },
        chunk({ role: 'assistant', content: 'I ' }),
        chunk({ content: 'look.' }),
        call({ id: 'c', type: 'function', function: { name: 'look', arguments: '{"a"' } }),
        call({ function: { arguments: ':1}' } }),
        chunk({}, 'tool_calls')
      ) + 'data: [DONE]\n\n';
    const expected = [[text('I look.'), { kind: 'tool-call', name: 'look', id: 'c', input: '{"a":1}' }], 'tool_calls'];
    expect(await answerOf(body)).toEqual(expected);
    expect(await answerOf(body.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('of Anthropic, broken off within a call', async () => {
    const body = events(
      { type: 'message_start', message: { role: 'assistant', content: [] } },
      { type: 'ping' },
      { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'hm' } },
      { type: 'content_block_start', index: 1, content_block: { type: 'tool_use', id: 't', name: 'f', input: {} } },
      { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '{"a":' } }
    );
    expect(await answerOf(body)).toEqual([
      [
        { kind: 'reasoning', text: 'hm' },
        { kind: 'tool-call', name: 'f', id: 't', input: '{"a":' },
      ],
      '',
    ]);
  });

  it('of OpenAI responses, also when the closing event is missing', async () => {
    const item = { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Yes' }] };
    const created = { type: 'response.created', response: { object: 'response', status: 'in_progress', output: [] } };
    const done = { type: 'response.output_item.done', item };
    const completed = {
      type: 'response.completed',
      response: { object: 'response', status: 'completed', output: [item] },
    };
    expect(await answerOf(events(created, done))).toEqual([[text('Yes')], 'in_progress']);
    expect(await answerOf(events(created, done, completed))).toEqual([[text('Yes')], 'completed']);
  });

  it('of Gemini, Ollama, Cohere and Bedrock', async () => {
    const part = (value: string) => ({ candidates: [{ content: { parts: [{ text: value }] } }] });
    expect(await answerOf(JSON.stringify([part('A'), part('B')]))).toEqual([[text('AB')], '']);
    const message = (content: string, done: boolean) => ({
      message: { role: 'assistant', content },
      done,
      done_reason: 'stop',
    });
    expect(await answerOf(lines(message('A', false), message('B', true)))).toEqual([[text('AB')], 'stop']);
    const cohere = [
      { type: 'message-start', delta: { message: { role: 'assistant' } } },
      { type: 'content-start', index: 0, delta: { message: { content: { type: 'text', text: 'A' } } } },
      { type: 'content-delta', index: 0, delta: { message: { content: { text: 'B' } } } },
      { type: 'message-end', delta: { finish_reason: 'COMPLETE' } },
    ];
    expect(await answerOf(events(...cohere))).toEqual([[text('AB')], 'COMPLETE']);
    const older = [
      { event_type: 'text-generation', text: 'A' },
      { event_type: 'text-generation', text: 'B' },
    ];
    expect(await answerOf(lines(...older))).toEqual([[text('AB')], '']);
    const delta = (value: string) => ({ contentBlockDelta: { contentBlockIndex: 0, delta: { text: value } } });
    const bedrock = [
      { messageStart: { role: 'assistant' } },
      delta('A'),
      delta('B'),
      { messageStop: { stopReason: 'end_turn' } },
    ];
    expect(await answerOf(JSON.stringify(bedrock))).toEqual([[text('AB')], 'end_turn']);
  });

  it('of text completions and Writer', async () => {
    const choice = (value: string) => ({ object: 'text_completion', choices: [{ text: value, index: 0 }] });
    expect(await answerOf(events(choice('A'), choice('B')))).toEqual([[text('AB')], '']);
    expect(await answerOf(events({ value: 'A' }, { value: 'B' }))).toEqual([[text('AB')], '']);
  });
});

describe('a payload of megabytes', () => {
  it('is read as messages, too', async () => {
    const messages = Array.from({ length: 500 }, (_, index) => ({
      role: 'user',
      content: `${index} ${'x'.repeat(5_000)}`,
    }));
    const chat = await loadChat(JSON.stringify({ messages }), 'input', signal);
    expect(chat?.messages).toHaveLength(500);
    expect(chat?.messages[499]?.parts).toEqual([text(`499 ${'x'.repeat(5_000)}`)]);
  });

  it('that is no longer wanted is not read on', async () => {
    const controller = new AbortController();
    controller.abort();
    const json = JSON.stringify({ messages: [{ role: 'user', content: 'x'.repeat(1_000_000) }] });
    expect(await loadChat(json, 'input', controller.signal)).toBeUndefined();
  });
});

it.each(['plain text', '<html>', 'data: {"hello":1}\n\n', '{"a":', 'data: not json\n\n', ''])(
  '%j is no chat',
  async (body) => {
    expect(await loadChat(body, 'output', signal)).toBeUndefined();
  }
);

it('a message nested deeper than anything can be read is shown all the same', async () => {
  const depth = 50_000;
  const nested = '['.repeat(depth) + ']'.repeat(depth);
  const chat = await loadChat(`{"messages":[{"role":"user","content":${nested}}]}`, 'input', signal);
  expect(chat?.messages[0]?.parts).toEqual([{ kind: 'other', type: 'object', json: '[…]' }]);
});
