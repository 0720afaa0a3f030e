import type { FastifyRequest } from 'fastify';
import { CodedError } from '../errors.js';

// The last two are how programs in containers name the machine they run on; nobody can register names under `.internal`.
const OWN_NAME =
  /^(localhost|[^.]+\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]|[a-z]+\.docker\.internal|host\.containers\.internal)$/i;

/**
 * Names that nobody can register on the public internet: of one label, such as a container's or an office machine's, of
 * networks of one's own (RFC 6762, RFC 8375, Kubernetes), and addresses.
 */
const CLOSED_NETWORK_NAME =
  /^([^.[\]]+|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[[\da-f:.]+\]|.+\.(local|internal|lan|home\.arpa|svc))$/i;

/** What a proxy says about whom it forwards for. */
const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether an address to listen on is one that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i.test(host);
}

function names(request: FastifyRequest, hosts: RegExp): boolean {
  const name = request.headers.host?.replace(/:\d+$/, '');
  return name === undefined || hosts.test(name);
}

/** Whether a program on this machine asks for itself: it is no proxy for others and no web page under a name of its own. */
export function isFromThisMachine(request: FastifyRequest): boolean {
  return (
    isLoopback(request.socket.remoteAddress ?? '') &&
    names(request, OWN_NAME) &&
    FORWARDING_HEADERS.every((header) => request.headers[header] === undefined)
  );
}

/**
 * Refuses calls without a key that name a host of the public internet, or, for a server on loopback, any but this machine.
 * A web page can point its own name at an address here and have a browser call the server as if it were the page's own
 * (DNS rebinding); its name gives it away.
 * @throws INVALID_ARGUMENT about the Host header.
 */
export function requireOwnHost(request: FastifyRequest, ownHostOnly: boolean): void {
  if (names(request, ownHostOnly ? OWN_NAME : CLOSED_NETWORK_NAME)) return;
  throw new CodedError(
    'INVALID_ARGUMENT',
    `Without an API key this trace server answers only to names of ${ownHostOnly ? 'the machine it runs on' : 'a closed network'}. Make a key (modeltrace keys create) or set MODELTRACE_API_KEY to use another.`,
    { field: 'Host', expected: ownHostOnly ? 'localhost or a loopback address' : 'a name without dots or an address' },
  );
}
