import type { components } from '../../contract/api.gen';

type TraceError = components['schemas']['TraceError'];

/** Failures whose usual cause and remedy are known. */
export type ErrorKind =
  | 'quota'
  | 'overloaded'
  | 'rate-limit'
  | 'content-filter'
  | 'timeout'
  | 'context-length'
  | 'model-not-found'
  | 'authentication'
  | 'permission'
  | 'invalid-request'
  | 'connection'
  | 'server';

/**
 * Providers name the same failure differently; the names are compared in lower case without separators. The first that
 * fits counts, so what says more comes first.
 */
const NAMES: [ErrorKind, RegExp][] = [
  ['quota', /insufficientquota|billing|creditbalance|paymentrequired|insufficientfunds/],
  ['overloaded', /overloaded|serviceunavailable|modelnotready|capacity/],
  ['rate-limit', /ratelimit|toomanyrequests|throttl|quota|resourceexhausted/],
  ['content-filter', /contentfilter|contentpolicy|responsibleai|safety|guardrail|moderation|blocked|prohibitedcontent/],
  ['timeout', /timeout|timedout|deadline/],
  [
    'context-length',
    /contextlength|contextwindow|toomanytokens|maxtokensexceeded|stringabovemaxlength|requesttoolarge/,
  ],
  ['model-not-found', /modelnotfound|modelnotexist|deploymentnotfound|unknownmodel/],
  ['authentication', /authenticat|unauthori[sz]ed|apikey|invalidkey|expiredtoken|unrecognizedclient/],
  ['permission', /permission|accessdenied|forbidden|notallowed/],
  ['invalid-request', /invalidrequest|invalidargument|badrequest|validation|notfound|unsupported|unprocessable/],
  ['connection', /connection|econn|network|dns|socket|ssl|tlserror/],
  ['server', /servererror|internalerror|internalfailure|internalserver|badgateway|apierror$/],
];

const STATUSES: Partial<Record<number, ErrorKind>> = {
  400: 'invalid-request',
  401: 'authentication',
  402: 'quota',
  403: 'permission',
  404: 'model-not-found',
  408: 'timeout',
  413: 'context-length',
  422: 'invalid-request',
  429: 'rate-limit',
  500: 'server',
  502: 'server',
  503: 'overloaded',
  504: 'timeout',
  529: 'overloaded',
};

/**
 * Which of the known failures this is. The code says more than the type (OpenAI's content filter has the type
 * invalid_request_error), and both say more than the HTTP status. Anthropic says only in words that an input is too
 * long or the credit is used up.
 */
export function errorKind(error: TraceError): ErrorKind | undefined {
  const kind = byName(error.code) ?? byName(error.type) ?? STATUSES[error.http_status ?? 0];
  return kind === 'invalid-request' ? (byMessage(error.message) ?? kind) : kind;
}

function byName(name: string | undefined): ErrorKind | undefined {
  const plain = (name ?? '').toLowerCase().replace(/[^a-z]/g, '');
  return NAMES.find(([, pattern]) => pattern.test(plain))?.[0];
}

function byMessage(message: string | undefined): ErrorKind | undefined {
  const start = (message ?? '').slice(0, 500);
  if (/prompt is too long|maximum context length|context window|input is too long|too many input tokens/i.test(start)) {
    return 'context-length';
  }
  return /credit balance is too low/i.test(start) ? 'quota' : undefined;
}
