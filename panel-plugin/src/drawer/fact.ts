import { t } from '@grafana/i18n';

/** What stands where a value is not known. */
export const UNKNOWN = '–';

/** A label and its value as text. An empty value is shown as not known. */
export interface Fact {
  label: string;
  value: string;
  /** What the copy button takes when it is not the text that is shown: the plain number, the time with its zone. */
  copied?: string;
  /** Address that the value leads to; from the settings of the data source and checked there. */
  href?: string;
  /** Field of the query language that has this value, or a tag, by which one can filter. */
  field?: string;
}

/** A fact of a value that may be missing. */
export function fact(
  label: string,
  value: string | null | undefined,
  more: Pick<Fact, 'copied' | 'href' | 'field'> = {}
): Fact {
  return { label, value: value ?? '', ...more };
}

/** Whether there is nothing to read, and so nothing to copy. */
export function isUnknown({ value }: Fact): boolean {
  return value === '' || value === UNKNOWN;
}

/** Those facts that are known. */
export function known(facts: readonly Fact[]): Fact[] {
  return facts.filter((candidate) => !isUnknown(candidate));
}

/**
 * Entries of tags, parameters, attributes or headers.
 * @param fieldOf field of the query language that an entry is, where it is one
 */
export function entryFacts(entries: Record<string, unknown>, fieldOf?: (name: string) => string): Fact[] {
  return Object.entries(entries).map(([label, value]) =>
    fact(label, valueText(value), fieldOf && { field: fieldOf(label) })
  );
}

/** Text as it is, everything else as JSON. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  if (value === undefined || value === null) {
    return '';
  }
  try {
    return JSON.stringify(value, undefined, 2);
  } catch {
    return t('drawer.too-deep', 'Nested too deep to be shown.');
  }
}
