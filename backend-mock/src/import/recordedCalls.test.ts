import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describePayloads } from '../payload/describePayloads.js';
import { isObject, objectOf } from '../payload/json.js';
import { RefusedCall } from './record.js';
import { toTraceInput } from './toTraceInput.js';

const RECORDING = new URL('../../../../shared/data/recorded-calls.jsonl', import.meta.url);
const present = existsSync(RECORDING);
const lines = present ? readFileSync(RECORDING, 'utf8').trim().split('\n') : [];

function outcome(line: string) {
  try {
    return { line, trace: toTraceInput(line), refused: undefined };
  } catch (error) {
    return { line, trace: undefined, refused: error };
  }
}

const outcomes = lines.map(outcome);
const traces = outcomes.flatMap(({ trace }) => (trace === undefined ? [] : [trace]));
const byId = (trace: { request_id: string; connection?: string }) => `${trace.request_id} at ${trace.connection ?? ''}`;

/** Whether a recorded answer says anything about tokens, in whatever spelling. */
function reportsTokens(output: unknown): boolean {
  const body = objectOf(output);
  const usage = [body['usage'], body['usageMetadata'], body['meta']].some(isObject);
  return usage || 'eval_count' in body || 'inputTextTokenCount' in body || 'generation_token_count' in body;
}

function reportsFinish(output: unknown): boolean {
  return /"(finish_reason|stop_reason|done_reason|finishReason|stopReason|completionReason)":"/.test(
    JSON.stringify(output),
  );
}

describe.skipIf(!present)('the 636 recorded calls (skipped: ../shared is absent)', () => {
  test('every call is imported or refused with a reason', () => {
    expect(outcomes).toHaveLength(636);
    const refused = outcomes.flatMap(({ refused }) => (refused === undefined ? [] : [refused]));
    refused.forEach((error) => {
      expect(error).toBeInstanceOf(RefusedCall);
    });
    expect(refused.map((error) => (error as Error).message)).toEqual([
      'no time: neither a Date header nor a creation time in the answer',
      'no time: neither a Date header nor a creation time in the answer',
    ]);
    expect(traces).toHaveLength(634);
  });

  test('every successful call shows its prompt and its answer', () => {
    const mute = traces.filter((trace) => {
      const described = describePayloads(trace.input, trace.output);
      return described.inputText.trim() === '' || described.outputText.trim() === '';
    });
    expect(mute.map(byId)).toEqual([]);
  });

  test('no shown text holds base64 or a vector', () => {
    const blobs = traces.filter((trace) => {
      const described = describePayloads(trace.input, trace.output);
      return /[A-Za-z0-9+/]{300}/.test(described.inputText + described.outputText);
    });
    expect(blobs.map(byId)).toEqual([]);
  });

  test('tokens and finish reason are there wherever the answer reports them', () => {
    const successes = traces.filter((trace) => trace.status === 'success');
    const uncounted = successes.filter(
      (trace) => reportsTokens(trace.output) && trace.input_tokens === null && trace.output_tokens === null,
    );
    expect(uncounted.map(byId)).toEqual([]);
    expect(successes.filter((trace) => reportsFinish(trace.output) && trace.finish_reason === '').map(byId)).toEqual(
      [],
    );
  });

  test('streamed calls carry a complete answer, not chunks', () => {
    const streamed = traces.filter((trace) => trace.streamed);
    expect(streamed).toHaveLength(193);
    expect(
      streamed.filter((trace) => /chunk|"delta"/.test(JSON.stringify(trace.output).slice(0, 500))).map(byId),
    ).toEqual([]);
  });

  test('failed calls carry the type, message and HTTP status of their error', () => {
    const failed = traces.filter((trace) => trace.status !== 'success');
    expect(failed).toHaveLength(8);
    failed.forEach((trace) => {
      expect(trace.error?.message).not.toBe('');
      expect(trace.error?.type).toMatch(/^(InvalidRequestError|AuthenticationError|ContentFilterError)$/);
    });
    // One came from Azure's content filter, with the status of a success.
    expect(failed.map((trace) => trace.error?.http_status).sort()).toEqual([200, 400, 400, 401, 404, 404, 404, 404]);
  });

  test('a call keeps its id from import to import, and different calls differ', () => {
    const again = lines.map(outcome).flatMap(({ trace }) => (trace === undefined ? [] : [trace.request_id]));
    expect(again).toEqual(traces.map((trace) => trace.request_id));
    expect(new Set(again).size).toBe(new Set(outcomes.flatMap(({ line, trace }) => (trace ? [line] : []))).size);
  });

  test('cached tokens are counted once: Bedrock Claude reports 18131 of them apart from 4 others', () => {
    const cached = traces.filter((trace) => trace.cached_input_tokens === 18131);
    expect(cached.length).toBeGreaterThan(0);
    expect(cached.map((trace) => trace.input_tokens)).toEqual(cached.map(() => 18135));
  });
});
