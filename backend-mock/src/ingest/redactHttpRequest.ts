import type { components } from '../contract/api.gen.js';

type HttpRequest = components['schemas']['HttpRequest'];

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

// Names of providers' and gateways' secret headers and URL parameters, beside the ones HTTP itself defines.
const SECRET_NAME =
  /auth|cookie|api[-_]?key|(^|[-_])key$|token|secret|password|passwd|credential|signature|^sig$|^code$/i;
// Headers whose names match but which hold counts or choices.
const HARMLESS_NAME = /^(x-)?((ratelimit|max|n|num)[-_a-z]*tokens?|idempotency-key$)/i;

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);
}

function redactQuery(url: string): string {
  const start = url.indexOf('?');
  if (start < 0) return url;
  const end = url.indexOf('#', start);
  const query = url.slice(start + 1, end < 0 ? undefined : end);
  const redacted = query.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    return equals >= 0 && isSecretName(decodeName(name)) ? `${name}=${REDACTED}` : pair;
  });
  return `${url.slice(0, start + 1)}${redacted.join('&')}${end < 0 ? '' : url.slice(end)}`;
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The request without secrets: values of secret headers, secret URL parameters and user information in the URL. */
export function redactHttpRequest(request: HttpRequest): HttpRequest {
  const redacted: HttpRequest = { ...request };
  if (request.url !== undefined) {
    redacted.url = redactQuery(request.url).replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, `$1${REDACTED}@`);
  }
  if (request.headers) {
    redacted.headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, isSecretName(name) ? REDACTED : value]),
    );
  }
  return redacted;
}
