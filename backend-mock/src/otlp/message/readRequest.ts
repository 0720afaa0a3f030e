import { CodedError, invalidArgument } from '../../errors.js';
import { isObject, textOf } from '../../payload/json.js';
import { decodePart } from '../protobuf.js';
import { readAttributes } from './anyValue.js';
import { member, message, messageList } from './fields.js';
import { readSpan, type OtlpSpan, type SpanOrigin } from './readSpan.js';

/** The outcome of one span of a request. */
export type ReadResult = { span: OtlpSpan } | { rejected: CodedError; service: string };

function attempt<Value>(read: () => Value): Value | CodedError {
  try {
    return read();
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
}

function scopeName(scopeSpans: object, path: string): string {
  const value = member(scopeSpans as Record<string, unknown>, 'scope');
  const scope = value instanceof Uint8Array ? decodePart('InstrumentationScope', value, path) : value;
  return isObject(scope) ? textOf(scope['name']) : '';
}

function* readSpans(scopeSpans: unknown, resource: SpanOrigin['resource'] | CodedError, path: string) {
  const group = message(scopeSpans, path);
  const scope = attempt(() => scopeName(group, `${path}.scope`));
  const service = resource instanceof CodedError ? '' : textOf(resource.get('service.name'));
  for (const [index, value] of messageList(group, 'spans', `${path}.`).entries()) {
    const at = `${path}.spans[${index}]`;
    const read = attempt(() => {
      // What a span belongs to could not be read: it would be stored as somebody else's.
      if (resource instanceof CodedError) throw resource;
      if (scope instanceof CodedError) throw scope;
      return readSpan(value instanceof Uint8Array ? decodePart('Span', value, at) : value, { resource, scope }, at);
    });
    yield read instanceof CodedError ? { rejected: read, service } : { span: read };
  }
}

/**
 * Reads the spans of an ExportTraceServiceRequest in its JSON form (camel or snake case), one by one; resources, scopes
 * and spans may still be protobuf. A span that cannot be read is rejected by itself, a resource or scope that cannot with
 * its spans; a fault around them refuses the request.
 *
 * @throws INVALID_ARGUMENT naming the field, e.g. `resourceSpans[0].scopeSpans`.
 */
export function* readRequest(body: unknown): Generator<ReadResult> {
  if (!isObject(body)) {
    throw invalidArgument('body', "OTLP's ExportTraceServiceRequest as a JSON object");
  }
  for (const [index, value] of messageList(body, 'resourceSpans', '').entries()) {
    const path = `resourceSpans[${index}]`;
    const resourceSpans = message(value, path);
    const resource = attempt(() => {
      const sent = member(resourceSpans, 'resource');
      return readAttributes(
        sent instanceof Uint8Array ? decodePart('Resource', sent, `${path}.resource`) : sent,
        `${path}.resource.`,
      );
    });
    for (const [scopeIndex, scopeSpans] of messageList(resourceSpans, 'scopeSpans', `${path}.`).entries()) {
      yield* readSpans(scopeSpans, resource, `${path}.scopeSpans[${scopeIndex}]`);
    }
  }
}
