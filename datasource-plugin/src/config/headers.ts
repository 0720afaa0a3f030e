import type { Settings } from './settings';

/** A header that is sent with every request. Its value is secret. */
export interface Header {
  name: string;
  /** As typed; empty when it is stored or missing. */
  value: string;
  isStored: boolean;
}

const NAME = /^httpHeaderName\d+$/;
const VALUE = /^httpHeaderValue\d+$/;

/** The headers of the settings, which Grafana numbers from 1 without gaps. */
export function headersOf({ jsonData, secureJsonData, secureJsonFields }: Settings): Header[] {
  const headers: Header[] = [];
  for (let index = 1; jsonData[`httpHeaderName${index}`] !== undefined; index++) {
    headers.push({
      name: jsonData[`httpHeaderName${index}`] ?? '',
      value: secureJsonData?.[`httpHeaderValue${index}`] ?? '',
      isStored: Boolean(secureJsonFields[`httpHeaderValue${index}`]),
    });
  }
  return headers;
}

function without<T extends object>(object: T | undefined, pattern: RegExp): Partial<T> {
  return Object.fromEntries(Object.entries(object ?? {}).filter(([name]) => !pattern.test(name))) as Partial<T>;
}

/** Settings with these headers. */
export function withHeaders(settings: Settings, headers: readonly Header[]): Settings {
  const numbered = <T>(name: string, valueOf: (header: Header) => T | undefined) =>
    Object.fromEntries(
      headers.flatMap((header, index) => {
        const value = valueOf(header);
        return value === undefined ? [] : [[`${name}${index + 1}`, value]];
      })
    );
  return {
    ...settings,
    jsonData: { ...without(settings.jsonData, NAME), ...numbered('httpHeaderName', ({ name }) => name) },
    secureJsonData: {
      ...without(settings.secureJsonData, VALUE),
      ...numbered('httpHeaderValue', ({ value, isStored }) => (isStored ? undefined : value)),
    },
    secureJsonFields: {
      ...without(settings.secureJsonFields, VALUE),
      ...numbered('httpHeaderValue', ({ isStored }) => isStored),
    },
  } as Settings;
}

/**
 * Settings without one of their headers. Stored values are bound to their number, so those of the headers after it must be
 * entered again.
 */
export function withoutHeader(settings: Settings, removed: number): Settings {
  const kept = headersOf(settings)
    .map((header, index) => (index > removed ? { ...header, isStored: false } : header))
    .filter((_, index) => index !== removed);
  return withHeaders(settings, kept);
}
