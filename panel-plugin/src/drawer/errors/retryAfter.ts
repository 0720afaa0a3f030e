import type { TraceDetail } from '../../detail/fetchTrace';

const UNITS_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `try again in 20s`, `Retry after 2 minutes`, `Please retry in 12.5s`, `in 1m30s`, `in 600ms`. */
const SENTENCE =
  /\b(?:try again|retry|wait)\b[^.\d]{0,40}?(\d[\d.]*\s*(?:ms|milliseconds?|s|sec|seconds?|m|min|minutes?|h|hours?)\b[^\s,;]*(?:\s*\d+s)?|(?:\d+[hm])?\d+(?:\.\d+)?s)/i;
const HEADER = /(?:^|[._])retry[-_]after(?:[-_]ms)?$/i;

/**
 * How long the provider said to wait before trying again, in milliseconds: from the header `retry-after` among the
 * attributes of the spans, else from the error's message. Null when nothing says so; dates are not read.
 */
export function retryAfterMs({ error, spans }: Pick<TraceDetail, 'error' | 'spans'>): number | null {
  for (const span of spans) {
    for (const [name, value] of Object.entries(span.attributes ?? {})) {
      const wait = HEADER.test(name) ? headerMs(name, value) : null;
      if (wait !== null) {
        return wait;
      }
    }
  }
  return spokenMs(SENTENCE.exec((error?.message ?? '').slice(0, 2000))?.[1] ?? '');
}

/** OpenTelemetry records headers as lists of texts. */
function headerMs(name: string, value: unknown): number | null {
  const text: unknown = Array.isArray(value) ? value[0] : value;
  const number =
    typeof text === 'number' || (typeof text === 'string' && text.trim() !== '') ? Number(text) : Number.NaN;
  return Number.isFinite(number) && number >= 0 ? number * (/ms$/i.test(name) ? 1 : 1000) : null;
}

function spokenMs(text: string): number | null {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|milli|s|m|h)/gi)];
  const sum = parts.reduce((total, [, number, unit = '']) => total + Number(number) * unitMs(unit), 0);
  return sum > 0 ? sum : null;
}

function unitMs(unit: string): number {
  return UNITS_MS[unit.toLowerCase() === 'milli' ? 'ms' : unit.toLowerCase()] ?? 0;
}
