import type { TraceDetail } from '../../detail/fetchTrace';
import { redactJson } from './redactJson';
import { requestAddress } from './requestAddress';
import { hasSecretParameter, holdsSecret, isSecretName, REDACTED } from './secrets';

/** Name and version of the shape; docs/reading-traces.md describes it. */
const FIXTURE_FORMAT = 'modeltrace-fixture/1';

interface FixturePayloads {
  /** The request and the response as stored; empty when only their texts are known. */
  requestJson: string;
  responseJson: string;
  responseText: string;
}

/**
 * A recorded call as a file for tests: what was sent, what came back and what a test can expect of it. JSON bodies are
 * the stored text, so that numbers stay as they were written; secrets are left out.
 */
export function testFixture(trace: TraceDetail, { requestJson, responseJson, responseText }: FixturePayloads): string {
  const facts = {
    format: FIXTURE_FORMAT,
    request_id: trace.request_id,
    recorded_time: trace.start_time,
    provider: trace.provider,
    operation: trace.operation,
    model: trace.model,
  };
  const expected = {
    status: trace.status,
    response_model: trace.response_model,
    finish_reason: trace.finish_reason,
    input_tokens: trace.input_tokens,
    output_tokens: trace.output_tokens,
    output_text: responseText,
    error: trace.error && {
      type: trace.error.type ?? '',
      code: trace.error.code ?? '',
      message: trace.error.message ?? '',
      http_status: trace.error.http_status ?? null,
    },
  };
  const request = {
    method: trace.http_request?.method ?? 'POST',
    url: redactedAddress(trace.http_request?.url ?? ''),
    headers: redactedHeaders(trace.http_request?.headers ?? {}),
  };
  return [
    `${openObject(facts)},`,
    `  "request": ${withBody(request, requestJson)},`,
    `  "response": ${withBody({}, responseJson)},`,
    `  "expected": ${indented(redactJson(JSON.stringify(expected, undefined, 2)))}`,
    '}\n',
  ].join('\n');
}

function redactedAddress(url: string): string {
  const pieces = requestAddress(url, 'API_KEY') ?? [];
  return pieces.map((piece) => (typeof piece === 'string' ? piece : REDACTED)).join('');
}

function redactedHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const isSecret = isSecretName(name) || holdsSecret(value) || hasSecretParameter(value);
      return [name, isSecret ? REDACTED : value];
    })
  );
}

/** The object without its closing bracket. */
function openObject(facts: Record<string, unknown>): string {
  return redactJson(JSON.stringify(facts, undefined, 2)).replace(/\n\}$/, '');
}

/** null where the body is not known as JSON. */
function withBody(facts: Record<string, unknown>, json: string): string {
  const body = json === '' ? 'null' : redactJson(json);
  const head = Object.keys(facts).length === 0 ? '{' : `${openObject(facts)},`;
  return indented(`${head}\n  "body": `) + `${body}\n  }`;
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
