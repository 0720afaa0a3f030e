import { traceDetail } from '../../fixtures/traces';
import { testFixture } from './testFixture';

const PAYLOADS = {
  requestJson: '{"temperature":1.0,\n "seed":9007199254740993}',
  responseJson: '{"id":"r"}',
  responseText: 'Tomorrow.',
};

describe('a test fixture', () => {
  it('has what was sent, what came back and what to expect, in the documented shape', () => {
    const trace = traceDetail({
      http_request: { method: 'POST', url: 'https://api.example.com/v1', headers: { 'x-a': 'b' } },
    });
    expect(JSON.parse(testFixture(trace, PAYLOADS))).toEqual({
      format: 'modeltrace-fixture/1',
      request_id: 'req-1',
      recorded_time: '2026-11-21T08:00:00.123Z',
      provider: 'self-hosted',
      operation: 'chat',
      model: 'support-bot',
      request: {
        method: 'POST',
        url: 'https://api.example.com/v1',
        headers: { 'x-a': 'b' },
        body: { temperature: 1, seed: 9007199254740992 },
      },
      response: { body: { id: 'r' } },
      expected: {
        status: 'success',
        response_model: 'support-bot-2026-11-01',
        finish_reason: 'stop',
        input_tokens: 1234,
        output_tokens: 56,
        output_text: 'Tomorrow.',
        error: null,
      },
    });
  });

  it('keeps the bodies as they were written', () => {
    expect(testFixture(traceDetail(), PAYLOADS)).toContain(PAYLOADS.requestJson);
  });

  it('has no secrets', () => {
    const fixture = testFixture(
      traceDetail({
        http_request: {
          url: 'https://a.example/?key=short',
          headers: {
            authorization: 'Bearer abcdefghijklmnopqrstuvwxyz',
            'x-token': 'short',
            referer: 'https://b.example/?token=short',
            'x-proxy': 'http://me:short@proxy.example',
          },
        },
      }),
      { ...PAYLOADS, requestJson: '{"api_key":"abc"}' }
    );
    expect(fixture).not.toMatch(/abc|short/);
  });

  it('has null for bodies that are not known as JSON, and the error of a call that failed', () => {
    const trace = traceDetail({
      status: 'error',
      error: { type: 'RateLimit', message: 'Slow down.', http_status: 429 },
    });
    const fixture: unknown = JSON.parse(testFixture(trace, { requestJson: '', responseJson: '', responseText: '' }));
    expect(fixture).toMatchObject({
      request: { body: null },
      response: { body: null },
      expected: { status: 'error', error: { type: 'RateLimit', code: '', message: 'Slow down.', http_status: 429 } },
    });
  });
});
