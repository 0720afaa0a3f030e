/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

// Names of providers' and gateways' secret headers and URL parameters, beside the ones HTTP itself defines.
const SECRET_NAME =
  /auth|cookie|api[-_]?key|access[-_]?key|(^|[-_])key$|token|secret|password|passwd|passphrase|credential|signature|^sig$|^code$|session|jwt|assertion/i;
// Whole names that match, but which hold counts or choices. Anything longer is a secret until it is listed here.
const HARMLESS_NAME =
  /^((x[-_])?(ratelimit[-_][-_a-z]*tokens?|(max|n|num)[-_]((new|output|completion|input)[-_])?tokens?)|idempotency[-_]key)$/i;
const URL_HEADER = /^(referer|(content[-_])?location)$/i;
const USER_INFORMATION = /^((?:[a-z][a-z0-9+.-]*:)?\/\/)[^/?#]*@/i;

/** Whether a header or URL parameter of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One `name=value`; a value that is itself a URL or a list may hold further names after `?` and `;`. */
function redactPair(pair: string, isNested: boolean): string {
  for (const match of pair.matchAll(/(?:^|[;?])([^=;?]*)=/g)) {
    if (isSecretName(decoded(match[1] ?? ''))) return `${pair.slice(0, match.index + match[0].length)}${REDACTED}`;
  }
  if (isNested || !pair.includes('%')) return pair;
  const plain = decoded(pair);
  return redactPairs(plain, true) === plain ? pair : `${pair.slice(0, pair.indexOf('=') + 1)}${REDACTED}`;
}

function redactPairs(query: string, isNested = false): string {
  return query
    .split('&')
    .map((pair) => redactPair(pair, isNested))
    .join('&');
}

/** A URL's query, with or without its question mark, without the values of secret parameters. */
export function redactQuery(query: string): string {
  return query.startsWith('?') ? `?${redactPairs(query.slice(1))}` : redactPairs(query);
}

/**
 * A URL, whole or from its path on, without user information, the values of secret parameters and the fragment: servers
 * are never sent a fragment, but logins put tokens there.
 */
export function redactUrl(url: string): string {
  const [shown = ''] = url.split('#', 1);
  const query = shown.indexOf('?');
  const place = query < 0 ? shown : shown.slice(0, query);
  return `${place.replace(USER_INFORMATION, `$1${REDACTED}@`)}${query < 0 ? '' : redactQuery(shown.slice(query))}`;
}

/** What of a header's value is stored. */
export function redactHeader(name: string, value: string): string {
  if (isSecretName(name)) return REDACTED;
  return URL_HEADER.test(name) ? redactUrl(value) : value;
}
