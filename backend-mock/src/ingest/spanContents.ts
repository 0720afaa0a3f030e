import type { SpanRow } from './rows.js';
import { REDACTED, redactHeader, redactQuery, redactUrl } from './secrets.js';

/** Attributes by name; senders give texts, numbers, lists and objects as values. */
type Attributes = Readonly<Record<string, unknown>>;

interface SpanEvent {
  attributes?: Attributes | undefined;
}

/** Attributes for one header each, OpenTelemetry's and Vercel's, with the header's name at the end. */
const HEADER_ATTRIBUTE = /^(?:http\.(?:request|response)\.header|ai\.request\.headers)\.(.+)$/i;

/** OpenTelemetry's attributes that hold URLs, old names and new. */
const URL_ATTRIBUTES: Readonly<Record<string, (text: string) => string>> = {
  'url.full': redactUrl,
  'url.original': redactUrl,
  'http.url': redactUrl,
  'http.target': redactUrl,
  'url.query': redactQuery,
  'url.fragment': () => REDACTED,
};

/** The value with every text in it redacted; a header that was sent twice is a list. */
function redactTexts(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value);
  return Array.isArray(value) ? value.map((entry) => redactTexts(entry, redact)) : value;
}

function redactAttribute(name: string, value: unknown): unknown {
  const header = HEADER_ATTRIBUTE.exec(name)?.[1];
  if (header !== undefined) return redactTexts(value, (text) => redactHeader(header, text));
  const redact = Object.hasOwn(URL_ATTRIBUTES, name) ? URL_ATTRIBUTES[name] : undefined;
  return redact === undefined ? value : redactTexts(value, redact);
}

function redactAttributes(attributes: Attributes): Attributes {
  let redacted: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    const shown = redactAttribute(name, value);
    if (shown !== value) {
      // Most spans hold no secret: only those that do are copied. Names are the sender's, also `__proto__`.
      redacted ??= Object.fromEntries(Object.entries(attributes));
      Object.defineProperty(redacted, name, { value: shown, enumerable: true, configurable: true, writable: true });
    }
  }
  return redacted ?? attributes;
}

/**
 * The columns of a span that hold whatever its sender likes. Secrets in headers and URLs are redacted as those of a
 * trace's HTTP request are; all else stays as it came.
 */
export function spanContents(
  attributes: Attributes,
  events: readonly SpanEvent[],
): Pick<SpanRow, 'attributes_json' | 'events_json'> {
  return {
    attributes_json: JSON.stringify(redactAttributes(attributes)),
    events_json: JSON.stringify(
      events.map((event) => (event.attributes ? { ...event, attributes: redactAttributes(event.attributes) } : event)),
    ),
  };
}
