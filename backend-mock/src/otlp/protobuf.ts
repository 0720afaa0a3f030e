import protobuf from 'protobufjs/light.js';
import { invalidArgument } from '../errors.js';
import { objectOf, textOf, type JsonObject } from '../payload/json.js';
import { DEEPEST_VALUE } from './message/anyValue.js';

/** Senders cut texts in the middle of a character: broken UTF-8 becomes the replacement character, as in JSON. */
const LENIENT_TEXT = { features: { utf8_validation: 'NONE' } };

const field = (id: number, type: string) => (type === 'string' ? { id, type, options: LENIENT_TEXT } : { id, type });
const list = (id: number, type: string) => ({ id, type, rule: 'repeated' });

/**
 * The part of OTLP's protocol buffers (opentelemetry-proto, trace service) that is read: field numbers and types are the
 * protocol's. Fields left out here are skipped by the decoder.
 */
const root = protobuf.Root.fromJSON({
  nested: {
    AnyValue: {
      oneofs: {
        value: {
          oneof: ['stringValue', 'boolValue', 'intValue', 'doubleValue', 'arrayValue', 'kvlistValue', 'bytesValue'],
        },
      },
      fields: {
        stringValue: field(1, 'string'),
        boolValue: field(2, 'bool'),
        intValue: field(3, 'int64'),
        doubleValue: field(4, 'double'),
        arrayValue: field(5, 'ArrayValue'),
        kvlistValue: field(6, 'KeyValueList'),
        bytesValue: field(7, 'bytes'),
      },
    },
    ArrayValue: { fields: { values: list(1, 'AnyValue') } },
    KeyValueList: { fields: { values: list(1, 'KeyValue') } },
    KeyValue: { fields: { key: field(1, 'string'), value: field(2, 'AnyValue') } },
    Resource: { fields: { attributes: list(1, 'KeyValue') } },
    Event: {
      fields: { timeUnixNano: field(1, 'fixed64'), name: field(2, 'string'), attributes: list(3, 'KeyValue') },
    },
    Status: { fields: { message: field(2, 'string'), code: field(3, 'int32') } },
    Span: {
      fields: {
        traceId: field(1, 'bytes'),
        spanId: field(2, 'bytes'),
        parentSpanId: field(4, 'bytes'),
        name: field(5, 'string'),
        kind: field(6, 'int32'),
        startTimeUnixNano: field(7, 'fixed64'),
        endTimeUnixNano: field(8, 'fixed64'),
        attributes: list(9, 'KeyValue'),
        events: list(11, 'Event'),
        status: field(15, 'Status'),
      },
    },
    InstrumentationScope: { fields: { name: field(1, 'string') } },
    // Resource, scope and spans are messages too, read one by one: one that cannot be read must not cost the others.
    ScopeSpans: { fields: { scope: field(1, 'bytes'), spans: list(2, 'bytes') } },
    ResourceSpans: { fields: { resource: field(1, 'bytes'), scopeSpans: list(2, 'ScopeSpans') } },
    ExportTraceServiceRequest: { fields: { resourceSpans: list(1, 'ResourceSpans') } },
    ExportTracePartialSuccess: { fields: { rejectedSpans: field(1, 'int64'), errorMessage: field(2, 'string') } },
    RpcStatus: { fields: { code: field(1, 'int32'), message: field(2, 'string') } },
    ExportTraceServiceResponse: { fields: { partialSuccess: field(1, 'ExportTracePartialSuccess') } },
  },
});

const requestType = root.lookupType('ExportTraceServiceRequest');
const partTypes = {
  Span: root.lookupType('Span'),
  Resource: root.lookupType('Resource'),
  InstrumentationScope: root.lookupType('InstrumentationScope'),
};
const statusType = root.lookupType('RpcStatus');
const responseType = root.lookupType('ExportTraceServiceResponse');

/**
 * Decodes one part of a request into the form of its JSON encoding, except that ids are bytes.
 *
 * @throws INVALID_ARGUMENT about `path` when the bytes are no such message, or its values are nested too deeply.
 */
export function decodePart(type: keyof typeof partTypes, bytes: Uint8Array, path: string): JsonObject {
  try {
    return partTypes[type].toObject(partTypes[type].decode(bytes), { longs: String });
  } catch {
    throw invalidArgument(path, `OTLP's ${type} in protobuf, with values nested at most ${DEEPEST_VALUE} deep`);
  }
}

/**
 * Decodes a request into the form of its JSON encoding, except that resources, scopes and spans are bytes (for `decodePart`).
 *
 * @throws INVALID_ARGUMENT about `body` when the bytes are no such message.
 */
export function decodeRequest(bytes: Uint8Array): JsonObject {
  try {
    return requestType.toObject(requestType.decode(bytes), { longs: String });
  } catch {
    throw invalidArgument('body', "OTLP's ExportTraceServiceRequest in protobuf");
  }
}

/** Encodes an answer given in the form of its JSON encoding. */
export function encodeResponse(answer: JsonObject): Buffer {
  return Buffer.from(responseType.encode(responseType.fromObject(answer)).finish());
}

/** google.rpc.Code by error code; whatever is not here is UNKNOWN. OTLP clients go by the HTTP status. */
const RPC_CODES: Readonly<Record<string, number>> = {
  INVALID_ARGUMENT: 3,
  PAYLOAD_TOO_LARGE: 3,
  UNSUPPORTED_MEDIA_TYPE: 3,
  FORBIDDEN: 7,
  OVERLOADED: 8,
  INTERNAL: 13,
  ENGINE_UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
};
const UNKNOWN = 2;

/** An error answer, given as its JSON text, as google.rpc.Status. */
export function encodeStatus(errorAnswer: string): Buffer {
  const { code, message } = objectOf(objectOf(JSON.parse(errorAnswer))['error']);
  return Buffer.from(
    statusType.encode({ code: RPC_CODES[textOf(code)] ?? UNKNOWN, message: textOf(message) }).finish(),
  );
}
