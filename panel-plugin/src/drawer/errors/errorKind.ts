import type { components } from '../../contract/api.gen';
import { words } from '../../words';

type TraceError = components['schemas']['TraceError'];

export type ErrorKind = keyof typeof words.error.kinds;

/** Providers name the same failure differently; the names are compared in lower case without separators. */
const NAMES: [ErrorKind, RegExp][] = [
  ['rateLimit', /ratelimit|toomanyrequests|throttl|quota|resourceexhausted|overloaded/],
  ['contentFilter', /contentfilter|contentpolicy|responsibleai|safety|guardrail|moderation|blocked/],
  ['timeout', /timeout|timedout|deadline/],
  ['authentication', /authenticat|unauthorized|unauthorised|permission|accessdenied|apikey|forbidden/],
  ['invalidRequest', /invalidrequest|invalidargument|badrequest|validation|contextlength|notfound|unsupported/],
];

const STATUSES: Partial<Record<number, ErrorKind>> = {
  400: 'invalidRequest',
  401: 'authentication',
  403: 'authentication',
  404: 'invalidRequest',
  408: 'timeout',
  413: 'invalidRequest',
  422: 'invalidRequest',
  429: 'rateLimit',
  504: 'timeout',
};

/**
 * Which of the known failures this is. The code says more than the type (OpenAI's content filter has the type
 * invalid_request_error), and both say more than the HTTP status.
 */
export function errorKind(error: TraceError): ErrorKind | undefined {
  return byName(error.code) ?? byName(error.type) ?? STATUSES[error.http_status ?? 0];
}

function byName(name: string | undefined): ErrorKind | undefined {
  const plain = (name ?? '').toLowerCase().replace(/[^a-z]/g, '');
  return NAMES.find(([, pattern]) => pattern.test(plain))?.[0];
}
