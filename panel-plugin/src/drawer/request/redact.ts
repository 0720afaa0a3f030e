import { isSecretName, REDACTED, withoutKeys } from '../copy/secrets';

const USER_INFORMATION = /^((?:[a-z][a-z0-9+.-]*:)?\/\/)[^/?#]*@/i;

/**
 * A header's value as it may be shown. The trace server has redacted it before storing; this is for traces of older
 * servers, and for keys under names that nobody thought of.
 */
export function redactHeader(name: string, value: string): string {
  return isSecretName(name) ? REDACTED : redactUrl(withoutKeys(value));
}

/** A URL without user information, values of secret parameters, the fragment (logins put tokens there) and keys in its path. */
export function redactUrl(url: string): string {
  const hasScheme = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url);
  const [sent = ''] = hasScheme ? url.split('#', 1) : [url];
  const query = sent.indexOf('?');
  if (query < 0) {
    return withoutKeys(sent.replace(USER_INFORMATION, `$1${REDACTED}@`));
  }
  const place = sent.slice(0, query).replace(USER_INFORMATION, `$1${REDACTED}@`);
  return withoutKeys(
    `${place}?${sent
      .slice(query + 1)
      .split('&')
      .map(redactPair)
      .join('&')}`
  );
}

function redactPair(pair: string): string {
  const end = pair.indexOf('=');
  return end >= 0 && isSecretName(decoded(pair.slice(0, end))) ? `${pair.slice(0, end + 1)}${REDACTED}` : pair;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
