import { createHash } from 'node:crypto';

/** Just enough of protocol buffers to write OTLP: lengths in front of bytes, field numbers of opentelemetry-proto. */
function varint(value) {
  const bytes = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) + 128);
  }
}
const LENGTH_DELIMITED = 2;
const FIXED64 = 1;
const bytes = (field, value) => {
  const content = Buffer.from(value);
  return Buffer.concat([varint(field * 8 + LENGTH_DELIMITED), varint(content.length), content]);
};
const message = (field, ...parts) => bytes(field, Buffer.concat(parts));
const whole = (field, value) => Buffer.concat([varint(field * 8), varint(value)]);
const fixed64 = (field, value) => {
  const content = Buffer.alloc(8);
  content.writeBigUInt64LE(value);
  return Buffer.concat([varint(field * 8 + FIXED64), content]);
};

const text = (value) => message(2, bytes(1, value));
const number = (value) => message(2, whole(3, value));
const attribute = (field, key, value) => message(field, bytes(1, key), value);

const WORDS =
  'invoice delivery customer refund replacement warranty shipment contract deadline voucher quarter meeting'.split(' ');

/** Text of so many characters that compresses as writing does, not as one letter would. */
function prose(seed, length) {
  const digest = createHash('sha512').update(String(seed)).digest();
  let result = '';
  for (let place = 0; result.length < length; place++) {
    const value = (digest[place % digest.length] ?? 0) * 31 + place * 17 + seed;
    result += `${WORDS[value % WORDS.length]} ${value % 97} `;
  }
  return result.slice(0, length);
}

const PAYLOAD_CHARACTERS = 1000;
const START_NANOS = 1_763_500_000_000_000_000n;

/** A model call of OpenTelemetry's GenAI conventions with about 2 KB of prompt and answer; `n` decides all of it. */
function span(n) {
  const id = createHash('sha256').update(`bench ${n}`).digest();
  const start = START_NANOS + BigInt(n) * 1_000_000n;
  const part = (content) => [{ role: content.role, parts: [{ type: 'text', content: prose(n, PAYLOAD_CHARACTERS) }] }];
  return message(
    2,
    bytes(1, id.subarray(0, 16)),
    bytes(2, id.subarray(16, 24)),
    bytes(5, 'chat gpt-4.1'),
    whole(6, 3),
    fixed64(7, start),
    fixed64(8, start + 1_200_000_000n),
    attribute(9, 'gen_ai.operation.name', text('chat')),
    attribute(9, 'gen_ai.provider.name', text('openai')),
    attribute(9, 'gen_ai.request.model', text('gpt-4.1')),
    attribute(9, 'gen_ai.response.model', text('gpt-4.1-2025-04-14')),
    attribute(9, 'gen_ai.usage.input_tokens', number(260)),
    attribute(9, 'gen_ai.usage.output_tokens', number(250)),
    attribute(9, 'gen_ai.input.messages', text(JSON.stringify(part({ role: 'user' })))),
    attribute(9, 'gen_ai.output.messages', text(JSON.stringify(part({ role: 'assistant' })))),
  );
}

/** An ExportTraceServiceRequest with the spans `first` to `first + count`. */
export function otlpRequest(first, count) {
  const spans = Array.from({ length: count }, (_, index) => span(first + index));
  return message(1, message(1, attribute(1, 'service.name', text('bench'))), message(2, ...spans));
}
