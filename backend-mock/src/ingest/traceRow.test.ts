import { describe, expect, it } from 'vitest';
import { aTrace } from '../testing/traces.js';
import { jsonLine } from './jsonLine.js';
import { previewOf, toTraceRow } from './traceRow.js';

describe('the row of a trace', () => {
  it('a request sent again gets the same trace and span id', () => {
    const [first, again, other] = ['a', 'a', 'b'].map((id) => toTraceRow(aTrace({ request_id: id })));
    expect([again?.trace_id, again?.span_id]).toEqual([first?.trace_id, first?.span_id]);
    expect(other?.trace_id).not.toBe(first?.trace_id);
    expect(first?.trace_id).toMatch(/^[0-9a-f]{32}$/);
    expect(first?.span_id).toMatch(/^[0-9a-f]{16}$/);
  });

  it('what the sender says wins over what the payload says; an unknown count stays unknown', () => {
    const output = {
      choices: [{ message: { role: 'assistant', content: 'from payload' }, finish_reason: 'length' }],
      usage: { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 },
    };
    const read = toTraceRow(aTrace({ request_id: 'r', output }));
    expect(read).toMatchObject({
      output_text: 'from payload',
      finish_reason: 'length',
      input_tokens: 5,
      output_tokens: 7,
    });
    const said = toTraceRow(
      aTrace({
        request_id: 'r',
        output,
        output_text: 'said',
        finish_reason: 'stop',
        input_tokens: null,
        output_tokens: 1,
      }),
    );
    expect(said).toMatchObject({ output_text: 'said', finish_reason: 'stop', input_tokens: null, output_tokens: 1 });
  });

  it('cuts previews at 200 characters and never through one', () => {
    expect(previewOf('😀'.repeat(300))).toBe('😀'.repeat(200));
    expect(previewOf('x'.repeat(200))).toBe('x'.repeat(200));
  });

  it('half a surrogate pair becomes a replacement character, text that looks like its escape stays', () => {
    const row = { text: 'a\ud800b', quoted: '\\ud800', emoji: '😀', tags: { 'k\udc00': 'v' } };
    expect(JSON.parse(jsonLine(row))).toEqual({
      text: 'a\ufffdb',
      quoted: '\\ud800',
      emoji: '😀',
      tags: { 'k\ufffd': 'v' },
    });
  });
});
