import { describe, expect, it } from 'vitest';
import type { components } from '../contract/api.gen.js';
import { readRequest } from '../otlp/message/readRequest.js';
import { toSpanRow } from '../otlp/spanRow.js';
import { aTrace } from '../testing/traces.js';
import type { SpanRow } from './rows.js';
import { REDACTED } from './secrets.js';
import { toSpanRows } from './spanRows.js';
import { toTraceRow } from './traceRow.js';

const SENT: Record<string, string | string[]> = {
  'http.request.header.authorization': ['Bearer sesame', 'Basic sesame'],
  'http.request.header.x_api_key': 'sesame',
  'http.response.header.set-cookie': ['id=sesame'],
  'http.request.header.accept': ['text/html'],
  'url.full': 'https://user:sesame@host/v1?key=sesame&a=b',
  'url.query': 'token=sesame',
  'http.url': 'https://host/v1#access_token=sesame',
  'http.target': '/v1?api_key=sesame',
  'gen_ai.request.model': 'token=kept',
};
const STORED = {
  'http.request.header.authorization': [REDACTED, REDACTED],
  'http.request.header.x_api_key': REDACTED,
  'http.response.header.set-cookie': [REDACTED],
  'http.request.header.accept': ['text/html'],
  'url.full': `https://${REDACTED}@host/v1?key=${REDACTED}&a=b`,
  'url.query': `token=${REDACTED}`,
  'http.url': 'https://host/v1',
  'http.target': `/v1?api_key=${REDACTED}`,
  'gen_ai.request.model': 'token=kept',
};

function plainRows(): SpanRow[] {
  const time = '2026-11-20T12:00:00Z';
  const attributes = SENT as NonNullable<components['schemas']['Span']['attributes']>;
  const span = {
    span_id: '00000000000000aa',
    name: 'GET',
    start_time: time,
    duration_ms: 1,
    attributes,
    events: [{ name: 'call', time, attributes }],
  };
  return toSpanRows([span], toTraceRow(aTrace({ request_id: 'r' })));
}

function otlpRows(): SpanRow[] {
  const text = (value: string) => ({ stringValue: value });
  const attributes = Object.entries(SENT).map(([key, value]) => ({
    key,
    value: Array.isArray(value) ? { arrayValue: { values: value.map(text) } } : text(value),
  }));
  const span = {
    traceId: '5b8efff798038103d269b633813fc60c',
    spanId: 'eee19b7ec3c1b174',
    startTimeUnixNano: '1763640366123456789',
    endTimeUnixNano: '1763640367123456789',
    attributes,
    events: [{ name: 'call', timeUnixNano: '1763640366123456789', attributes }],
  };
  return [...readRequest({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] })].flatMap((read) =>
    'span' in read ? [toSpanRow(read.span)] : [],
  );
}

describe('secrets in the attributes of spans and their events', () => {
  it.each([
    ['OTLP', otlpRows],
    ['plain JSON', plainRows],
  ])('sent as %s are not stored, and all else is', (_form, rowsOf) => {
    const [row] = rowsOf();
    expect(JSON.parse(row?.attributes_json ?? '')).toEqual(STORED);
    expect(JSON.parse(row?.events_json ?? '')).toMatchObject([{ name: 'call', attributes: STORED }]);
  });
});
