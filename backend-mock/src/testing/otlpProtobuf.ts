import protobuf from 'protobufjs/light.js';

type Json = Record<string, unknown>;

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const object = (value: unknown): Json => (value ?? {}) as Json;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const writer = (): protobuf.Writer => protobuf.Writer.create();

/** A length-delimited field. */
function put(out: protobuf.Writer, id: number, bytes: Uint8Array): void {
  out.uint32((id << 3) | 2).bytes(bytes);
}

function putText(out: protobuf.Writer, id: number, value: unknown): void {
  if (text(value) !== '') out.uint32((id << 3) | 2).string(text(value));
}

/** fixed64: written by its two halves, the lower one first. */
function putTime(out: protobuf.Writer, id: number, nanos: unknown): void {
  const value = BigInt(text(nanos) || '0');
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  out.uint32((id << 3) | 1).fixed32(bytes.readUInt32LE(0));
  // A field has one tag only: the second half follows the first.
  out.fixed32(bytes.readUInt32LE(4));
}

function anyValue(value: Json): Uint8Array {
  const out = writer();
  if (value['stringValue'] !== undefined) out.uint32(10).string(text(value['stringValue']));
  else if (value['boolValue'] !== undefined) out.uint32(16).bool(value['boolValue'] === true);
  else if (value['intValue'] !== undefined) out.uint32(24).int64(Number(value['intValue']));
  else if (value['doubleValue'] !== undefined) out.uint32(33).double(Number(value['doubleValue']));
  else if (value['arrayValue'] !== undefined) {
    const inner = writer();
    for (const entry of list(object(value['arrayValue'])['values'])) put(inner, 1, anyValue(entry));
    put(out, 5, inner.finish());
  } else if (value['kvlistValue'] !== undefined) {
    const inner = writer();
    putAttributes(inner, 1, object(value['kvlistValue'])['values']);
    put(out, 6, inner.finish());
  }
  return out.finish();
}

function putAttributes(out: protobuf.Writer, id: number, attributes: unknown): void {
  for (const { key, value } of list(attributes)) {
    const pair = writer();
    putText(pair, 1, key);
    put(pair, 2, anyValue(object(value)));
    put(out, id, pair.finish());
  }
}

function spanBytes(span: Json): Uint8Array {
  const out = writer();
  put(out, 1, Buffer.from(text(span['traceId']), 'hex'));
  put(out, 2, Buffer.from(text(span['spanId']), 'hex'));
  put(out, 4, Buffer.from(text(span['parentSpanId']), 'hex'));
  putText(out, 5, span['name']);
  out.uint32(48).int32(Number(span['kind'] ?? 0));
  putTime(out, 7, span['startTimeUnixNano']);
  putTime(out, 8, span['endTimeUnixNano']);
  putAttributes(out, 9, span['attributes']);
  for (const event of list(span['events'])) {
    const inner = writer();
    putTime(inner, 1, event['timeUnixNano']);
    putText(inner, 2, event['name']);
    putAttributes(inner, 3, event['attributes']);
    put(out, 11, inner.finish());
  }
  const status = writer();
  putText(status, 2, object(span['status'])['message']);
  status.uint32(24).int32(Number(object(span['status'])['code'] ?? 0));
  put(out, 15, status.finish());
  return out.finish();
}

/** An ExportTraceServiceRequest of `otlpRequest` in protobuf, as an exporter would send it. */
export function otlpProtobuf(request: object): Buffer {
  const out = writer();
  for (const resourceSpans of list((request as Json)['resourceSpans'])) {
    const group = writer();
    const resource = writer();
    putAttributes(resource, 1, object(resourceSpans['resource'])['attributes']);
    put(group, 1, resource.finish());
    for (const scopeSpans of list(resourceSpans['scopeSpans'])) {
      const inner = writer();
      const scope = writer();
      putText(scope, 1, object(scopeSpans['scope'])['name']);
      put(inner, 1, scope.finish());
      for (const span of list(scopeSpans['spans'])) put(inner, 2, spanBytes(span));
      put(group, 2, inner.finish());
    }
    put(out, 1, group.finish());
  }
  return Buffer.from(out.finish());
}
