import { t } from '@grafana/i18n';
import type { QueryDiagnostic } from '../filters/conditionReader';

/** A part of the text, underlined when there is a fault in it. */
export interface Segment {
  text: string;
  isFault: boolean;
}

/**
 * The text in parts, so that the places of faults can be underlined. A fault without a length, such as a missing end,
 * takes the character before it. Parts put together are the text.
 */
export function segmentsOf(text: string, faults: readonly Pick<QueryDiagnostic, 'position' | 'length'>[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const add = (end: number, isFault: boolean) => {
    if (end > at) {
      segments.push({ text: text.slice(at, end), isFault });
      at = end;
    }
  };
  for (const { start, end } of faults.map((fault) => spanOf(text, fault)).sort((a, b) => a.start - b.start)) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return segments;
}

/** Where the fault is underlined. */
function spanOf(text: string, { position, length }: Pick<QueryDiagnostic, 'position' | 'length'>) {
  const end = Math.min(Math.max(position + length, 1), text.length);
  return { start: Math.max(0, Math.min(position, end - 1)), end };
}

/** What is wrong, what belongs there and where: also for those who do not see the underline. */
export function faultWords({ message, expected, position }: QueryDiagnostic): string {
  const values = { message, expected, place: position + 1, interpolation: { escapeValue: false } };
  // Some messages name what belongs there themselves.
  return expected === '' || message.includes(expected)
    ? t('query-bar.fault', '{{message}} At character {{place}}.', values)
    : t('query-bar.fault-expected', '{{message}} At character {{place}} belongs {{expected}}.', values);
}
