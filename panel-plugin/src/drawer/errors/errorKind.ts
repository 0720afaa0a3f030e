import type { components } from '../../contract/api.gen';
import { kindByMessage } from './kindByMessage';
import type { ErrorKind } from './knownKinds';

type TraceError = components['schemas']['TraceError'];

/**
 * Providers name the same failure differently; the names are compared in lower case without separators. The first that
 * fits counts, so what says more comes first.
 */
const NAMES: [ErrorKind, RegExp][] = [
  ['quota', /insufficientquota|billing|creditbalance|paymentrequired|insufficientfunds|insufficientbalance/],
  ['overloaded', /overloaded|serviceunavailable|modelnotready|capacity/],
  ['rate-limit', /ratelimit|toomanyrequests|throttl|quota|resourceexhausted/],
  ['content-filter', /contentfilter|contentpolicy|responsibleai|safety|guardrail|moderation|blocked|prohibitedcontent/],
  ['timeout', /timeout|timedout|deadline/],
  ['context-length', /contextlength|contextwindow|toomanytokens|maxtokensexceeded|stringabovemaxlength/],
  ['too-large', /requesttoolarge|payloadtoolarge|entitytoolarge/],
  ['media', /invalidimage|unsupportedimage|imageparse|invalidbase|unsupportedfile|invalidfile/],
  ['model-retired', /modeldecommissioned|modelretired|modeldeprecated/],
  ['model-not-found', /modelnotfound|modelnotexist|modelnotavailable|deploymentnotfound|unknownmodel|invalidmodel/],
  ['authentication', /authenticat|unauthori[sz]ed|apikey|invalidkey|expiredtoken|unrecognizedclient/],
  ['permission', /permission|accessdenied|forbidden|notallowed/],
  ['not-found', /notfound/],
  ['invalid-request', /invalidrequest|invalidargument|badrequest|validation|unsupported|unprocessable/],
  ['connection', /connection|econn|network|dns|socket|ssl|tlserror/],
  ['server', /servererror|internalerror|internalfailure|internalserver|badgateway|apierror$/],
];

const STATUSES: Partial<Record<number, ErrorKind>> = {
  400: 'invalid-request',
  401: 'authentication',
  402: 'quota',
  403: 'permission',
  404: 'not-found',
  408: 'timeout',
  413: 'too-large',
  422: 'invalid-request',
  429: 'rate-limit',
  500: 'server',
  502: 'server',
  503: 'overloaded',
  504: 'timeout',
  529: 'overloaded',
};

/** Names that say little more than whose fault it was: the HTTP status may know better. */
const VAGUE: readonly (ErrorKind | undefined)[] = [undefined, 'invalid-request', 'server'];

/** Kinds under which providers put failures that only their message tells apart. */
const TOLD_BY_MESSAGE: readonly (ErrorKind | undefined)[] = [
  undefined,
  'invalid-request',
  'not-found',
  'model-not-found',
];

/**
 * Which of the known failures this is. The code says more than the type (OpenAI's content filter has the type
 * invalid_request_error), and both say more than the HTTP status unless they are vague. What several providers say only
 * in words, as that a model was retired, is looked for in the message.
 */
export function errorKind(error: TraceError): ErrorKind | undefined {
  const kind = byName(error.code, error) ?? byName(error.type, error) ?? statusKind(error);
  return TOLD_BY_MESSAGE.includes(kind) ? (kindByMessage(error, kind) ?? kind) : kind;
}

function byName(name: string | undefined, error: TraceError): ErrorKind | undefined {
  const plain = (name ?? '').toLowerCase().replace(/[^a-z]/g, '');
  const kind = NAMES.find(([, pattern]) => pattern.test(plain))?.[0];
  const ofStatus = statusKind(error);
  if (kind === 'authentication' && ofStatus === 'permission' && name === error.type) {
    // Our own type for both 401 and 403.
    return ofStatus;
  }
  return kind !== undefined && VAGUE.includes(kind) && !VAGUE.includes(ofStatus) ? ofStatus : kind;
}

function statusKind({ http_status: status }: TraceError): ErrorKind | undefined {
  return STATUSES[status ?? 0];
}
