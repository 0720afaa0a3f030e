// JSON.stringify writes half a surrogate pair as an escape, which the engine refuses.
const MAYBE_LONE_SURROGATE = /\\ud[89a-f][0-9a-f]{2}/;
const REPLACEMENT = '\ufffd';
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function wellFormed(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.replace(LONE_SURROGATE, REPLACEMENT);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]: [string, unknown]) => [name.replace(LONE_SURROGATE, REPLACEMENT), entry]),
  );
}

/** A row as the engine reads it in JSONEachRow; broken UTF-16 becomes the replacement character. */
export function jsonLine(row: object): string {
  const line = JSON.stringify(row);
  return MAYBE_LONE_SURROGATE.test(line) ? JSON.stringify(row, wellFormed) : line;
}
