import { describe, expect, test } from 'vitest';
import { decodeRequest } from '../protobuf.js';
import { readRequest } from './readRequest.js';

/** Spans that could be read, and what was wrong with the others. */
function readAll(body: unknown) {
  const results = [...readRequest(body)];
  return {
    spans: results.flatMap((result) => ('span' in result ? [result.span] : [])),
    rejected: results.flatMap((result) => ('rejected' in result ? [result.rejected] : [])),
  };
}

const TRACE_ID = '5b8efff798038103d269b633813fc60c';
const SPAN_ID = 'eee19b7ec3c1b174';

const span = (more: object = {}) => ({
  traceId: TRACE_ID,
  spanId: SPAN_ID,
  name: 'chat gpt-4o',
  kind: 3,
  startTimeUnixNano: '1763640366123456789',
  endTimeUnixNano: '1763640367123456789',
  ...more,
});
const request = (...spans: object[]) => ({ resourceSpans: [{ scopeSpans: [{ spans }] }] });
const faults = (body: unknown) => readAll(body).rejected.map((error) => error.field);

describe('reading OTLP/JSON', () => {
  test('times keep their microseconds and durations their fractions', () => {
    const [read] = readAll(request(span({ endTimeUnixNano: '1763640366623957289' }))).spans;
    expect(read).toMatchObject({
      startMicros: 1763640366123456n,
      durationMs: 500.5005,
      kind: 'client',
      statusCode: 'unset',
    });
  });

  test('snake case names, numbers for 64-bit integers, enum names and upper-case ids are accepted', () => {
    const body = {
      resource_spans: [
        {
          resource: { attributes: [{ key: 'service.name', value: { string_value: 'shop' } }] },
          scope_spans: [
            {
              spans: [
                {
                  trace_id: TRACE_ID.toUpperCase(),
                  span_id: SPAN_ID,
                  parent_span_id: '0000000000000000',
                  start_time_unix_nano: 1763640366000000000,
                  end_time_unix_nano: 1763640367000000000,
                  kind: 'SPAN_KIND_CLIENT',
                  status: { code: 'STATUS_CODE_ERROR', message: 'no' },
                  attributes: [{ key: 'n', value: { int_value: 5 } }],
                },
              ],
            },
          ],
        },
      ],
    };
    const [read] = readAll(body).spans;
    expect(read).toMatchObject({
      traceId: TRACE_ID,
      parentSpanId: '',
      kind: 'client',
      statusCode: 'error',
      durationMs: 1000,
    });
    expect(read?.attributes.get('n')).toBe(5);
    expect(read?.resource.get('service.name')).toBe('shop');
  });

  test('values of every kind arrive as what they are; integers beyond 2^53 stay exact', () => {
    const value = (entry: object) =>
      readAll(request(span({ attributes: [{ key: 'k', value: entry }] }))).spans[0]?.attributes.get('k');
    expect(value({ intValue: '9007199254740993' })).toBe('9007199254740993');
    expect(value({ intValue: '-7' })).toBe(-7);
    expect(value({ boolValue: false })).toBe(false);
    expect(value({ doubleValue: 'Infinity' })).toBe('Infinity');
    expect(value({ arrayValue: { values: [{ stringValue: 'a' }, {}] } })).toEqual(['a', null]);
    expect(value({ kvlistValue: { values: [{ key: 'a', value: { doubleValue: 0.5 } }] } })).toEqual({ a: 0.5 });
  });

  test.each([
    ['a trace id of the wrong length', { traceId: 'abc' }, 'traceId'],
    ['a span id of zeros', { spanId: '0000000000000000' }, 'spanId'],
    ['a span id that is a number', { spanId: 5 }, 'spanId'],
    ['no start', { startTimeUnixNano: undefined }, 'startTimeUnixNano'],
    ['an end before the start', { endTimeUnixNano: '5' }, 'endTimeUnixNano'],
    ['a name that is no text', { name: 5 }, 'name'],
    ['attributes that are no list', { attributes: {} }, 'attributes'],
    [
      'an attribute value of the wrong kind',
      { attributes: [{ key: 'a', value: { stringValue: 1 } }] },
      'attributes[0].value.stringValue',
    ],
    ['an event without a time', { events: [{ name: 'x' }] }, 'events[0].timeUnixNano'],
  ])('%s rejects that span by its path, and the spans around it are kept', (_, wrong, field) => {
    const body = request(span(), span(wrong), span());
    expect(faults(body)).toEqual([`resourceSpans[0].scopeSpans[0].spans[1].${field}`]);
    expect(readAll(body).spans).toHaveLength(2);
  });

  test('attribute values nested a thousand deep reject the span instead of ending the server', () => {
    let value: object = { stringValue: 'x' };
    for (let depth = 0; depth < 1000; depth += 1) {
      value = { arrayValue: { values: [value] } };
    }
    expect(faults(request(span({ attributes: [{ key: 'a', value }] })))[0]).toMatch(
      /^resourceSpans\[0\].*attributes\[0\]\.value/,
    );
  });

  test('in protobuf, attribute values nested 5,000 deep reject that span, and the spans around it are kept', () => {
    const field = (id: number, content: Buffer) => {
      const length = [];
      for (let rest = content.length; ; rest >>>= 7) {
        length.push(rest > 127 ? (rest & 127) | 128 : rest);
        if (rest <= 127) break;
      }
      return Buffer.concat([Buffer.from([(id << 3) | 2, ...length]), content]);
    };
    const time = (id: number) => Buffer.from([(id << 3) | 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    let value = field(1, Buffer.from('x'));
    for (let depth = 0; depth < 5000; depth += 1) value = field(5, field(1, value));
    const ids = [field(1, Buffer.from(TRACE_ID, 'hex')), field(2, Buffer.from(SPAN_ID, 'hex'))];
    const good = Buffer.concat([...ids, time(7), time(8)]);
    const deep = Buffer.concat([good, field(9, Buffer.concat([field(1, Buffer.from('a')), field(2, value)]))]);
    const body = decodeRequest(field(1, field(2, Buffer.concat([good, deep, good].map((span) => field(2, span))))));
    expect(faults(body)).toEqual(['resourceSpans[0].scopeSpans[0].spans[1]']);
    expect(readAll(body).spans).toHaveLength(2);
  });

  test('a resource or a scope that cannot be read costs its own spans only, also in protobuf', () => {
    let value: object = { stringValue: 'x' };
    for (let depth = 0; depth < 1000; depth += 1) value = { arrayValue: { values: [value] } };
    const resource = { attributes: [{ key: 'a', value }] };
    const body = {
      resourceSpans: [
        { resource, scopeSpans: [{ spans: [span(), span()] }] },
        { scopeSpans: [{ scope: { name: 'lib' }, spans: [span()] }] },
      ],
    };
    const read = readAll(body);
    expect(read.rejected.map(({ field }) => field?.slice(0, 50))).toEqual(
      Array.from(
        { length: 2 },
        () => expect.stringContaining('resourceSpans[0].resource.attributes[0].value') as string,
      ),
    );
    expect(read.spans.map(({ scope }) => scope)).toEqual(['lib']);
    const broken = {
      resource: Buffer.from([0x0a, 0xff]),
      scopeSpans: [{ scope: Buffer.from([0x0a, 0xff]), spans: [span()] }],
    };
    const good = { scopeSpans: [{ scope: Buffer.from([0x0a, 0xff]), spans: [span()] }, { spans: [span()] }] };
    const mixed = readAll({ resourceSpans: [broken, good] });
    expect(mixed.rejected.map(({ field }) => field)).toEqual([
      'resourceSpans[0].resource',
      'resourceSpans[1].scopeSpans[0].scope',
    ]);
    expect(mixed.spans).toHaveLength(1);
  });

  test('the path of a fault deep inside is cut before it fills the answer', () => {
    let value: object = { stringValue: 'x' };
    for (let depth = 0; depth < 5000; depth += 1) value = { arrayValue: { values: [value] } };
    const [error] = readAll(request(span({ attributes: [{ key: 'a', value }] }))).rejected;
    expect(error?.message.length).toBeLessThan(500);
    expect(error?.field).toMatch(/^resourceSpans\[0\].*…$/);
  });

  test.each([
    ['body', 5],
    ['body', []],
    ['resourceSpans', { resourceSpans: {} }],
    ['resourceSpans[0]', { resourceSpans: [5] }],
    ['resourceSpans[0].scopeSpans', { resourceSpans: [{ scopeSpans: 'x' }] }],
    ['resourceSpans[0].scopeSpans[0].spans', { resourceSpans: [{ scopeSpans: [{ spans: 7 }] }] }],
  ])('a fault around the spans refuses the request and names %s', (field, body) => {
    expect(() => readAll(body)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT', field }) as Error);
  });

  test('bytes that are no protobuf are refused', () => {
    expect(() => decodeRequest(Buffer.from('hello world'))).toThrow(
      expect.objectContaining({ field: 'body' }) as Error,
    );
    expect(readAll(decodeRequest(Buffer.alloc(0))).spans).toEqual([]);
  });
});
