import { describe, expect, it } from 'vitest';
import { toTraceInput } from './toTraceInput.js';

const line = (more: object) =>
  JSON.stringify({
    source: 'test.yaml',
    host: 'api.openai.com',
    path: '/v1/chat/completions',
    status: 200,
    content_type: 'application/json',
    processing_ms: 500,
    date: 'Thu, 20 Nov 2025 12:06:07 GMT',
    request: { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Where is the Louvre?' }] },
    response: JSON.stringify({ choices: [{ message: { content: 'Paris' }, finish_reason: 'stop' }] }),
    ...more,
  });

const streamed = {
  content_type: 'text/event-stream',
  response:
    'data: {"choices":[{"index":0,"delta":{"content":"Par"}}]}\n\ndata: {"choices":[{"index":0,"delta":{"content":"is"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
};

describe('how long an imported call took', () => {
  it('is the processing time of an answer in one piece, and the call began that long before the answer', () => {
    expect(toTraceInput(line({}))).toMatchObject({ duration_ms: 500, start_time: '2025-11-20T12:06:06.500Z' });
  });

  it('is unknown for a stream, whose recorded time ends where the answer begins, and that time is kept', () => {
    expect(toTraceInput(line(streamed))).toMatchObject({
      duration_ms: null,
      streamed: true,
      tags: { processing_ms: '500' },
      start_time: '2025-11-20T12:06:06.500Z',
    });
  });

  it('is unknown when nothing was recorded', () => {
    const call = toTraceInput(line({ ...streamed, processing_ms: null }));
    expect(call.duration_ms).toBeNull();
    expect(call.tags).toBeUndefined();
  });
});

describe('whether an imported call failed', () => {
  const answered = (response: object) => toTraceInput(line({ response: JSON.stringify(response) }));

  it('is told by its answer where the status is that of a success, as with a content filter behind a gateway', () => {
    const error = { message: 'The response was filtered.', type: null, param: 'prompt', code: 'content_filter' };
    expect(answered({ error })).toMatchObject({
      status: 'error',
      error: { type: 'ContentFilterError', code: 'content_filter', param: 'prompt', http_status: 200 },
    });
    expect(answered({ error: 'the model runner has stopped' })).toMatchObject({ status: 'error' });
  });

  it('is not told by an empty error beside the answer', () => {
    expect(answered({ error: null, output: [] })).toMatchObject({ status: 'success' });
    expect(answered({ error: {}, output: [] })).toMatchObject({ status: 'success' });
  });
});
