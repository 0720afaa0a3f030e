import { queryField, type QueryFieldType, queryFieldType } from './queryFields';

const NUMBER = String.raw`(?:\d+(?:\.\d*)?|\.\d+)`;
const EXPONENT = String.raw`(?:[eE][+-]?\d{1,3})?`;
const DURATION_PART = new RegExp(String.raw`(${NUMBER})(us|µs|ms|min|s|m|h|d)`, 'gi');
const CLOCK = /^(\d{1,9}):(\d{1,9}):(\d{1,9})$/;

/** How values of a type are written (docs/query-language.md, "Values"). The trace server has the last word. */
const FORMS: Readonly<Partial<Record<QueryFieldType, RegExp>>> = {
  duration: new RegExp(
    String.raw`^(?:${NUMBER}${EXPONENT}|\d{1,9}:\d{1,9}:\d{1,9}|(?:${NUMBER}(?:us|µs|ms|min|s|m|h|d))+)$`,
    'i'
  ),
  count: new RegExp(`^[+-]?${NUMBER}${EXPONENT}[kmg]?$`, 'i'),
  number: new RegExp(`^[+-]?${NUMBER}${EXPONENT}$`),
  money: new RegExp(String.raw`^\$?[+-]?${NUMBER}${EXPONENT}(?:usd)?$`, 'i'),
  time: /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/i,
  boolean: /^(?:true|false)$/i,
};

/** Whether a field takes this value. */
export function isValueOf(field: string, value: string): boolean {
  const choices = queryField(field)?.values;
  if (choices) {
    return choices.includes(value.toLowerCase());
  }
  return FORMS[queryFieldType(field)]?.test(value) ?? true;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  us: 0.001,
  µs: 0.001,
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds of a duration as people write it: `250`, `1.5s`, `1m30s`, or minutes:seconds:milliseconds. */
export function durationMs(text: string): number | undefined {
  if (!FORMS.duration?.test(text)) {
    return undefined;
  }
  const clock = CLOCK.exec(text);
  if (clock) {
    const [minutes, seconds, milliseconds] = clock.slice(1).map(Number);
    return (minutes ?? 0) * 60_000 + (seconds ?? 0) * 1000 + (milliseconds ?? 0);
  }
  const parts = [...text.matchAll(DURATION_PART)];
  return parts.length === 0
    ? Number(text)
    : parts.reduce((sum, [, number, unit]) => sum + Number(number) * (UNIT_MS[(unit ?? '').toLowerCase()] ?? 0), 0);
}
