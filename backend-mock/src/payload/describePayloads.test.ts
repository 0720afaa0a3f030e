import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describePayloads } from './describePayloads.js';

const answer = (output: unknown) => describePayloads(undefined, output);
const prompt = (input: unknown) => describePayloads(input, undefined);

describe('prompt text', () => {
  test('a plain text is shown as it was sent', () => {
    expect(prompt('What is the capital of France?').inputText).toBe('What is the capital of France?');
  });

  test('a lone user message is its text, without a role in front', () => {
    expect(prompt({ messages: [{ role: 'user', content: 'Hi' }] }).inputText).toBe('Hi');
  });

  test('a conversation shows who said what, the system prompt, tool calls and tool results', () => {
    const text = prompt({
      system: 'Be brief.',
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'Weather in Paris?' }] },
        { role: 'assistant', content: [{ type: 'tool_use', name: 'get_weather', input: { city: 'Paris' } }] },
        { role: 'user', content: [{ type: 'tool_result', content: [{ type: 'text', text: '21 °C' }] }] },
      ],
    }).inputText;
    expect(text).toBe(
      'system: Be brief.\nuser: Weather in Paris?\nassistant: get_weather({"city":"Paris"})\nuser: [tool result] 21 °C',
    );
  });

  test.each([
    ['OpenAI', { type: 'image_url', image_url: { url: `data:image/png;base64,${'A'.repeat(16384)}` } }],
    ['Anthropic', { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'A'.repeat(16384) } }],
    ['Gemini', { inlineData: { mimeType: 'image/png', data: 'A'.repeat(16384) } }],
  ])('an image of %s is named with type and size, its base64 never appears', (_, part) => {
    const text = prompt({ messages: [{ role: 'user', content: [{ type: 'text', text: 'See:' }, part] }] }).inputText;
    expect(text).toBe('See:\n[image: image/png, 12 KB]');
  });

  test('a blob in a part of unknown form does not fill the prompt with base64', () => {
    const part = { type: 'hologram', blob: 'QUJD'.repeat(5000) };
    expect(prompt({ messages: [{ role: 'user', content: [part] }] }).inputText).toBe(
      '{"type":"hologram","blob":"[15000 bytes]"}',
    );
  });

  test('OpenAI responses: instructions, history with function calls and their outputs', () => {
    const described = prompt({
      model: 'gpt-4.1',
      instructions: 'Answer.',
      input: [
        { role: 'user', content: 'Weather?' },
        { type: 'function_call', name: 'get_weather', arguments: '{"city":"Rome"}', call_id: '1' },
        { type: 'function_call_output', call_id: '1', output: 'rain' },
      ],
    });
    expect(described.inputText).toBe(
      'system: Answer.\nuser: Weather?\nassistant: get_weather({"city":"Rome"})\ntool: rain',
    );
    expect(described.operation).toBe('chat');
  });

  test('Gemini contents and Cohere v1 history read as conversations', () => {
    const gemini = {
      systemInstruction: { parts: [{ text: 'Be kind.' }] },
      contents: [{ role: 'user', parts: [{ text: 'Hello' }] }],
    };
    expect(prompt(gemini).inputText).toBe('system: Be kind.\nuser: Hello');
    const cohere = { message: 'And now?', chat_history: [{ role: 'CHATBOT', message: 'Yes.' }] };
    expect(prompt(cohere).inputText).toBe('assistant: Yes.\nuser: And now?');
  });

  test('texts to embed are one a line and token ids are counted', () => {
    expect(prompt({ model: 'text-embedding-3-small', input: ['a', 'b'] }).inputText).toBe('a\nb');
    expect(prompt({ model: 'text-embedding-3-small', input: [1, 2, 3] }).inputText).toBe('[3 tokens]');
  });
});

describe('request parameters', () => {
  test('settings are shown without the prompt, tools by name, nested options at the top', () => {
    const { parameters } = prompt({
      model: 'llama3',
      messages: [{ role: 'user', content: 'secret prompt' }],
      options: { temperature: 0.2 },
      stop: null,
      tools: [{ type: 'function', function: { name: 'get_weather', parameters: {} } }],
    });
    expect(parameters).toEqual({ temperature: 0.2, tools: ['get_weather'] });
  });
});

describe('answer text', () => {
  test('tool calls of a chat answer are readable calls', () => {
    const call = { id: '1', type: 'function', function: { name: 'add', arguments: '{"a":1}' } };
    const described = answer({
      choices: [{ message: { content: null, tool_calls: [call] }, finish_reason: 'tool_calls' }],
    });
    expect(described.outputText).toBe('add({"a":1})');
    expect(described.finishReason).toBe('tool_calls');
  });

  test('refusals and reasoning are marked, so nobody takes them for the answer', () => {
    const chat = { choices: [{ message: { reasoning_content: 'Hm.', content: null, refusal: 'I cannot help.' } }] };
    expect(answer(chat).outputText).toBe('[reasoning] Hm.\n[refusal] I cannot help.');
    const anthropic = {
      type: 'message',
      content: [
        { type: 'thinking', thinking: 'Hm.' },
        { type: 'text', text: 'Yes' },
      ],
    };
    expect(answer(anthropic).outputText).toBe('[reasoning] Hm.\nYes');
  });

  test('an answer withheld by a content filter says so instead of being blank', () => {
    const choice = { finish_reason: 'content_filter', content_filter_results: { hate: { filtered: true } } };
    expect(answer({ choices: [choice] }).outputText).toBe('[withheld by content filter: hate]');
  });

  test('several answers to one request are all shown', () => {
    expect(answer({ choices: [{ text: 'A' }, { text: 'B' }] }).outputText).toBe('[1] A\n\n[2] B');
  });

  test('embeddings are counted, not printed, whether lists or base64 of 32-bit or 64-bit floats', () => {
    const floats32 = Buffer.from(new Float32Array(1536).fill(0.0123).buffer).toString('base64');
    const floats64 = Buffer.from(new Float64Array(1536).fill(0.0123).buffer).toString('base64');
    expect(answer({ data: [{ embedding: [1, 2, 3] }, { embedding: [1, 2, 3] }] }).outputText).toBe(
      '[embedding: 2 × 3]',
    );
    expect(answer({ data: [{ embedding: floats32 }] }).outputText).toBe('[embedding: 1 × 1536]');
    expect(answer({ data: [{ embedding: floats64 }] }).outputText).toBe('[embedding: 1 × 1536]');
    expect(answer({ embeddings: { float: [[1, 2]] } }).outputText).toBe('[embedding: 1 × 2]');
  });

  test('payloads of no known API are shown as compact JSON', () => {
    expect(answer({ sentiment: 'good' }).outputText).toBe('{"sentiment":"good"}');
  });

  test('OpenTelemetry messages with parts read like any other conversation', () => {
    const output = [
      {
        role: 'assistant',
        parts: [
          { type: 'text', content: 'Hi' },
          { type: 'tool_call', name: 'f', arguments: {} },
        ],
      },
    ];
    expect(answer(output).outputText).toBe('Hi\nf({})');
    expect(prompt([{ role: 'user', parts: [{ type: 'text', content: 'Hello' }] }]).inputText).toBe('Hello');
  });
});

describe('tokens are counted once', () => {
  test('OpenAI: cached tokens are part of the prompt tokens already', () => {
    const usage = {
      prompt_tokens: 1149,
      completion_tokens: 30,
      prompt_tokens_details: { cached_tokens: 1024 },
      completion_tokens_details: { reasoning_tokens: 12 },
    };
    expect(answer({ choices: [{ message: { content: 'x' } }], usage }).usage).toEqual({
      inputTokens: 1149,
      outputTokens: 30,
      cachedInputTokens: 1024,
      reasoningTokens: 12,
    });
  });

  test('Anthropic: cache reads and writes are added to input_tokens, which leaves them out', () => {
    const usage = {
      input_tokens: 4,
      cache_read_input_tokens: 18131,
      cache_creation_input_tokens: 7,
      output_tokens: 50,
    };
    expect(answer({ type: 'message', content: [], usage }).usage).toEqual({
      inputTokens: 18142,
      outputTokens: 50,
      cachedInputTokens: 18131,
      cacheWriteTokens: 7,
    });
  });

  test('Bedrock converse counts like Anthropic, Gemini adds thoughts to the output', () => {
    const converse = {
      output: { message: { content: [{ text: 'x' }] } },
      usage: { inputTokens: 5, outputTokens: 2, cacheReadInputTokens: 10 },
    };
    expect(answer(converse).usage).toMatchObject({ inputTokens: 15, outputTokens: 2, cachedInputTokens: 10 });
    const gemini = {
      candidates: [],
      usageMetadata: { promptTokenCount: 5, candidatesTokenCount: 7, thoughtsTokenCount: 3 },
    };
    expect(answer(gemini).usage).toMatchObject({ inputTokens: 5, outputTokens: 10, reasoningTokens: 3 });
  });

  test('a count that was not reported stays unknown', () => {
    expect(answer({ choices: [{ message: { content: 'x' } }] }).usage.inputTokens).toBeUndefined();
  });
});

describe('hostile payloads', () => {
  const SHAPE_KEYS = [
    'messages',
    'content',
    'parts',
    'choices',
    'message',
    'type',
    'text',
    'input',
    'output',
    'data',
    'usage',
  ];
  const TYPES = ['text', 'image', 'tool_use', 'tool_result', 'reasoning', 'file', 'message', 'image_url'];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.jsonValue(),
      fc.constantFrom(...TYPES),
      tie('list'),
      tie('node'),
    ),
    list: fc.array(tie('tree'), { maxLength: 4 }),
    node: fc.dictionary(fc.oneof(fc.constantFrom(...SHAPE_KEYS), fc.string({ maxLength: 6 })), tie('tree'), {
      maxKeys: 5,
    }),
  }));

  test('no JSON whatever makes ingest fail, and no text grows out of proportion', () => {
    fc.assert(
      fc.property(tree, tree, (input, output) => {
        const described = describePayloads(input, output);
        const size = JSON.stringify([input, output]).length;
        expect(described.inputText.length + described.outputText.length).toBeLessThan(20 * size + 1000);
        Object.values(described.usage).forEach((count) => {
          expect(count === undefined || (Number.isInteger(count) && (count as number) >= 0)).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('nesting a hundred thousand deep is survived', () => {
    const deep = JSON.parse(
      `{"messages":[{"role":"user","content":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`,
    ) as unknown;
    expect(typeof describePayloads(deep, deep).inputText).toBe('string');
  });
});
