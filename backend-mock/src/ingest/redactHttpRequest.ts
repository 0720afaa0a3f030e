import type { components } from '../contract/api.gen.js';
import { redactHeader, redactUrl } from './secrets.js';

type HttpRequest = components['schemas']['HttpRequest'];

/** The request without secrets in its headers and its URL. */
export function redactHttpRequest(request: HttpRequest): HttpRequest {
  const redacted: HttpRequest = { ...request };
  if (request.url !== undefined) redacted.url = redactUrl(request.url);
  if (request.headers) {
    redacted.headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, redactHeader(name, value)]),
    );
  }
  return redacted;
}
