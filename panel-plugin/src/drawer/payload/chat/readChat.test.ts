import type { ChatPart } from './chatModel';
import { readChat } from './readChat';

const text = (value: string): ChatPart => ({ kind: 'text', text: value });

/** Role and parts of each message; undefined when it is no chat. */
const read = (body: unknown, side: 'input' | 'output') =>
  readChat(body, side)?.messages.map(({ role, parts }) => [role, parts] as const);

const finishOf = (body: unknown) => readChat(body, 'output')?.messages.map(({ finishReason }) => finishReason);

describe('OpenAI chat completions', () => {
  it('show roles, pictures, sounds, files, tool calls and their results as what they are', () => {
    const messages = [
      { role: 'developer', content: 'Be brief.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'What is it?' },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } },
          { type: 'image_url', image_url: { url: 'https://example.org/a.png' } },
          { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
          { type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,JVBERi0=' } },
        ],
      },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'c1', function: { name: 'look', arguments: '{"a":1}' } }],
      },
      { role: 'tool', tool_call_id: 'c1', content: '42' },
    ];
    const media = { name: '', mimeType: '', base64: '', reference: '' };
    expect(read({ messages }, 'input')).toEqual([
      ['developer', [text('Be brief.')]],
      [
        'user',
        [
          text('What is it?'),
          { kind: 'media', media: { ...media, kind: 'image', mimeType: 'image/png', base64: 'iVBORw0KGgo=' } },
          { kind: 'media', media: { ...media, kind: 'image', reference: 'https://example.org/a.png' } },
          { kind: 'media', media: { ...media, kind: 'audio', mimeType: 'audio/wav', base64: 'AAAA' } },
          {
            kind: 'media',
            media: { ...media, kind: 'file', name: 'a.pdf', mimeType: 'application/pdf', base64: 'JVBERi0=' },
          },
        ],
      ],
      ['assistant', [{ kind: 'tool-call', name: 'look', id: 'c1', input: '{"a":1}' }]],
      ['tool', [{ kind: 'tool-result', id: 'c1', isError: false, parts: [text('42')] }]],
    ]);
  });

  it('show each of several answers with its number, refusals, reasoning and why it ended', () => {
    const choices = [
      { message: { role: 'assistant', content: 'A', reasoning_content: 'hm' }, finish_reason: 'stop' },
      { message: { role: 'assistant', content: null, refusal: 'No.' }, finish_reason: 'length' },
    ];
    const chat = readChat({ choices }, 'output');
    expect(chat?.messages).toEqual([
      {
        role: 'assistant',
        name: '',
        parts: [{ kind: 'reasoning', text: 'hm' }, text('A')],
        finishReason: 'stop',
        choice: 1,
      },
      { role: 'assistant', name: '', parts: [{ kind: 'refusal', text: 'No.' }], finishReason: 'length', choice: 2 },
    ]);
  });

  it('name the filters that withheld an answer', () => {
    const choice = {
      finish_reason: 'content_filter',
      content_filter_results: { hate: { filtered: true }, self_harm: {} },
    };
    expect(read({ choices: [choice] }, 'output')).toEqual([
      ['assistant', [{ kind: 'refusal', text: 'content_filter: hate' }]],
    ]);
  });
});

it('OpenAI responses show instructions, reasoning, calls, results and messages', () => {
  const input = [
    { role: 'user', content: [{ type: 'input_text', text: 'Hi' }] },
    { type: 'function_call', name: 'look', call_id: 'c', arguments: '{}' },
    { type: 'function_call_output', call_id: 'c', output: 'found' },
  ];
  expect(read({ instructions: 'Be kind.', input, model: 'gpt-5' }, 'input')).toEqual([
    ['system', [text('Be kind.')]],
    ['user', [text('Hi')]],
    ['assistant', [{ kind: 'tool-call', name: 'look', id: 'c', input: '{}' }]],
    ['tool', [{ kind: 'tool-result', id: 'c', isError: false, parts: [text('found')] }]],
  ]);
  const output = [
    { type: 'reasoning', summary: [{ type: 'summary_text', text: 'I think' }] },
    { type: 'web_search_call', id: 'ws', action: { query: 'x' } },
    {
      type: 'message',
      role: 'assistant',
      content: [
        { type: 'output_text', text: 'Yes' },
        { type: 'refusal', refusal: 'no' },
      ],
    },
  ];
  const answer = {
    object: 'response',
    status: 'incomplete',
    incomplete_details: { reason: 'max_output_tokens' },
    output,
  };
  expect(read(answer, 'output')).toEqual([
    ['assistant', [{ kind: 'reasoning', text: 'I think' }]],
    ['assistant', [{ kind: 'tool-call', name: 'web_search_call', id: 'ws', input: '{\n  "query": "x"\n}' }]],
    ['assistant', [text('Yes'), { kind: 'refusal', text: 'no' }]],
  ]);
  expect(finishOf(answer)).toEqual(['', '', 'max_output_tokens']);
});

it('Anthropic messages show thinking, tool use and its results, also failed ones', () => {
  const content = [
    { type: 'thinking', thinking: 'Let me see' },
    { type: 'redacted_thinking', data: 'xyz' },
    { type: 'tool_use', id: 't1', name: 'look', input: { a: 1 } },
  ];
  expect(read({ type: 'message', role: 'assistant', content, stop_reason: 'tool_use' }, 'output')).toEqual([
    [
      'assistant',
      [
        { kind: 'reasoning', text: 'Let me see' },
        { kind: 'reasoning', text: '' },
        { kind: 'tool-call', name: 'look', id: 't1', input: '{\n  "a": 1\n}' },
      ],
    ],
  ]);
  const result = {
    type: 'tool_result',
    tool_use_id: 't1',
    is_error: true,
    content: [{ type: 'text', text: 'broken' }],
  };
  expect(
    read({ system: [{ type: 'text', text: 'S' }], messages: [{ role: 'user', content: [result] }] }, 'input')
  ).toEqual([
    ['system', [text('S')]],
    ['user', [{ kind: 'tool-result', id: 't1', isError: true, parts: [text('broken')] }]],
  ]);
});

it('Gemini shows thoughts, inline data, function calls and blocked prompts', () => {
  const contents = [
    { role: 'user', parts: [{ text: 'Hi' }, { inlineData: { mimeType: 'image/png', data: 'iVBOR' } }] },
  ];
  const input = read({ systemInstruction: { parts: [{ text: 'S' }] }, contents }, 'input');
  expect(input?.[0]).toEqual(['system', [text('S')]]);
  expect(input?.[1]?.[1][1]).toMatchObject({ kind: 'media', media: { kind: 'image', base64: 'iVBOR' } });
  const parts = [{ text: 'hm', thought: true }, { functionCall: { name: 'look', args: { a: 1 } } }, { text: 'Yes' }];
  expect(read({ candidates: [{ content: { parts }, finishReason: 'STOP' }] }, 'output')).toEqual([
    [
      'model',
      [
        { kind: 'reasoning', text: 'hm' },
        { kind: 'tool-call', name: 'look', id: '', input: '{\n  "a": 1\n}' },
        text('Yes'),
      ],
    ],
  ]);
  expect(finishOf({ promptFeedback: { blockReason: 'SAFETY' } })).toEqual(['SAFETY']);
});

it('Cohere shows history, documents, plans and calls', () => {
  const request = { preamble: 'P', chat_history: [{ role: 'CHATBOT', message: 'Hello' }], message: 'Hi' };
  expect(read(request, 'input')).toEqual([
    ['system', [text('P')]],
    ['CHATBOT', [text('Hello')]],
    ['user', [text('Hi')]],
  ]);
  const message = {
    role: 'assistant',
    tool_plan: 'I look.',
    tool_calls: [{ id: 't', function: { name: 'f', arguments: '{}' } }],
  };
  expect(read({ id: 'x', message, finish_reason: 'TOOL_CALL' }, 'output')).toEqual([
    [
      'assistant',
      [
        { kind: 'reasoning', text: 'I look.' },
        { kind: 'tool-call', name: 'f', id: 't', input: '{}' },
      ],
    ],
  ]);
});

it('Ollama shows thinking and answers of chat and generate', () => {
  expect(
    read({ message: { role: 'assistant', content: 'A', thinking: 'hm' }, done: true, done_reason: 'stop' }, 'output')
  ).toEqual([['assistant', [{ kind: 'reasoning', text: 'hm' }, text('A')]]]);
  expect(read({ response: 'A', done: true }, 'output')).toEqual([['assistant', [text('A')]]]);
});

it('Bedrock shows converse, Titan, Llama, Mistral and AI21', () => {
  const content = [
    { reasoningContent: { reasoningText: { text: 'hm' } } },
    { toolUse: { toolUseId: 't', name: 'f', input: {} } },
    { text: 'A' },
  ];
  expect(read({ output: { message: { role: 'assistant', content } }, stopReason: 'tool_use' }, 'output')).toEqual([
    [
      'assistant',
      [{ kind: 'reasoning', text: 'hm' }, { kind: 'tool-call', name: 'f', id: 't', input: '{}' }, text('A')],
    ],
  ]);
  const answer = [['assistant', [text('A')]]];
  expect(read({ results: [{ outputText: 'A' }] }, 'output')).toEqual(answer);
  expect(read({ generation: 'A' }, 'output')).toEqual(answer);
  expect(read({ outputs: [{ text: 'A' }] }, 'output')).toEqual(answer);
  expect(read({ completions: [{ data: { text: 'A' } }] }, 'output')).toEqual(answer);
});

it('prompts, embeddings, rankings and errors are shown plainly', () => {
  expect(read({ prompt: ['a', 'b'] }, 'input')).toEqual([
    ['user', [text('a')]],
    ['user', [text('b')]],
  ]);
  expect(read({ input: 'a', model: 'text-embedding-3-small' }, 'input')).toEqual([['input', [text('a')]]]);
  expect(read({ data: [{ embedding: [0.1, 0.2] }] }, 'output')).toEqual([
    ['embedding', [{ kind: 'vector', size: 2, isBase64: false }]],
  ]);
  expect(read({ query: 'q', documents: ['d'] }, 'input')).toEqual([
    ['query', [text('q')]],
    ['document', [text('d')]],
  ]);
  expect(read({ results: [{ index: 1, relevance_score: 0.5 }] }, 'output')).toEqual([['document', [text('0.5')]]]);
  expect(read({ error: { message: 'Slow down', code: 'rate_limit' } }, 'output')).toEqual([
    ['error', [text('Slow down')]],
  ]);
});

it('messages as OpenTelemetry keeps them are read', () => {
  const parts = [
    { type: 'text', content: 'Hi' },
    { type: 'tool_call_response', id: 't', response: 'r' },
  ];
  expect(read([{ role: 'user', parts }], 'input')).toEqual([
    ['user', [text('Hi'), { kind: 'tool-result', id: 't', isError: false, parts: [text('r')] }]],
  ]);
});

describe('a payload that is not what it seems', () => {
  const deep = (depth: number): unknown =>
    JSON.parse(`${'{"type":"tool_result","content":['.repeat(depth)}"x"${']}'.repeat(depth)}`);

  it.each([
    null,
    0,
    'text',
    [],
    {},
    [null],
    { messages: 'x' },
    { messages: [] },
    { choices: [null, 1, 'x'] },
    { choices: { 0: {} } },
    { output: null },
    { candidates: 'x' },
    { content: [{ text: 1 }] },
  ])('%j is not shown as a chat', (body) => {
    expect(readChat(body, 'output')).toBeUndefined();
  });

  it.each([
    { messages: [null, 1, 'x', { role: 5, content: { a: [] } }, { content: [null, [[['x']]], { type: 7 }] }] },
    { messages: [{ role: 'user', content: deep(5_000) }] },
    { messages: [{ role: 'assistant', tool_calls: [null, 1, { function: 'x' }], images: [1], audio: 'x' }] },
    { contents: [{ parts: [{ functionCall: 'x' }, { inlineData: null }, 3] }] },
    { input: [{ type: 'message', content: { type: 'image', source: 'x' } }] },
  ])('is read without failing, and nothing of it is lost in silence', (body) => {
    const messages = readChat(body, 'input')?.messages ?? [];
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.some(({ parts }) => parts.length > 0)).toBe(true);
  });

  it('keeps what no reader knows as JSON', () => {
    const content = [{ type: 'hologram', beams: 3 }];
    expect(read({ messages: [{ role: 'user', content }] }, 'input')).toEqual([
      ['user', [{ kind: 'other', type: 'hologram', json: '{\n  "type": "hologram",\n  "beams": 3\n}' }]],
    ]);
  });
});
