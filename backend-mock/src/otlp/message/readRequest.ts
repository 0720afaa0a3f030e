import { CodedError, invalidArgument } from '../../errors.js';
import { isObject } from '../../payload/json.js';
import { decodeSpan } from '../protobuf.js';
import { readAttributes, type Attributes } from './anyValue.js';
import { member, message, messageList } from './fields.js';
import { readSpan, type OtlpSpan } from './readSpan.js';

/** The spans of a request that could be read, and what was wrong with each of the others. */
export interface ReadRequest {
  spans: OtlpSpan[];
  rejected: CodedError[];
}

function readSpans(scopeSpans: unknown, resource: Attributes, path: string, result: ReadRequest): void {
  messageList(message(scopeSpans, path), 'spans', `${path}.`).forEach((span, index) => {
    const at = `${path}.spans[${index}]`;
    try {
      const read = span instanceof Uint8Array ? decodeSpan(span, at) : span;
      result.spans.push(readSpan(read, resource, at));
    } catch (error) {
      if (!(error instanceof CodedError)) {
        throw error;
      }
      result.rejected.push(error);
    }
  });
}

/**
 * Reads an ExportTraceServiceRequest in its JSON form (camel or snake case); spans may still be protobuf. A span that cannot be read is rejected by
 * itself; a fault around the spans refuses the request.
 *
 * @throws INVALID_ARGUMENT naming the field, e.g. `resourceSpans[0].scopeSpans`.
 */
export function readRequest(body: unknown): ReadRequest {
  if (!isObject(body)) {
    throw invalidArgument('body', "OTLP's ExportTraceServiceRequest as a JSON object");
  }
  const result: ReadRequest = { spans: [], rejected: [] };
  messageList(body, 'resourceSpans', '').forEach((value, index) => {
    const path = `resourceSpans[${index}]`;
    const resourceSpans = message(value, path);
    const resource = readAttributes(member(resourceSpans, 'resource'), `${path}.resource.`);
    messageList(resourceSpans, 'scopeSpans', `${path}.`).forEach((scopeSpans, scopeIndex) => {
      readSpans(scopeSpans, resource, `${path}.scopeSpans[${scopeIndex}]`, result);
    });
  });
  return result;
}
