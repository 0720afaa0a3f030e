import type { FastifyRequest } from 'fastify';
import { CodedError } from '../errors.js';

// The last two are how programs in containers name the machine they run on; nobody can register names under `.internal`.
const OWN_NAME =
  /^(localhost|[^.]+\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]|[a-z]+\.docker\.internal|host\.containers\.internal)$/i;

/** What a proxy says about whom it forwards for. */
const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether an address to listen on is one that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i.test(host);
}

function namesOwnHost(request: FastifyRequest): boolean {
  const name = request.headers.host?.replace(/:\d+$/, '');
  return name === undefined || OWN_NAME.test(name);
}

/** Whether a program on this machine asks for itself: it is no proxy for others and no web page under a name of its own. */
export function isFromThisMachine(request: FastifyRequest): boolean {
  return (
    isLoopback(request.socket.remoteAddress ?? '') &&
    namesOwnHost(request) &&
    FORWARDING_HEADERS.every((header) => request.headers[header] === undefined)
  );
}

/**
 * Refuses calls that name another host than this machine. A web page can point its own name at 127.0.0.1 and have a
 * browser on this machine call the server as if it were the page's own (DNS rebinding); its name gives it away.
 * @throws INVALID_ARGUMENT about the Host header.
 */
export function requireOwnHost(request: FastifyRequest): void {
  if (namesOwnHost(request)) return;
  throw new CodedError(
    'INVALID_ARGUMENT',
    'Without an API key this trace server answers only to names of the machine it runs on. Make a key (modeltrace keys create) or set MODELTRACE_API_KEY to use another.',
    { field: 'Host', expected: 'localhost or a loopback address' },
  );
}
