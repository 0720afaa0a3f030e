import type { FastifyInstance } from 'fastify';
import { CodedError } from '../errors.js';

// The last two are how programs in containers name the machine they run on; nobody can register names under `.internal`.
const OWN_NAME =
  /^(localhost|[^.]+\.localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]|[a-z]+\.docker\.internal|host\.containers\.internal)$/i;

/** Whether an address to listen on is one that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/i.test(host);
}

/**
 * Refuses calls that name another host than this machine. A web page can point its own name at 127.0.0.1 and have a
 * browser on this machine call the server as if it were the page's own (DNS rebinding); its name gives it away.
 */
export function requireOwnHost(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const name = request.headers.host?.replace(/:\d+$/, '');
    if (name === undefined || OWN_NAME.test(name)) {
      done();
      return;
    }
    done(
      new CodedError(
        'INVALID_ARGUMENT',
        'Without an API key this trace server answers only to names of the machine it runs on. Set MODELTRACE_API_KEY to use another.',
        { field: 'Host', expected: 'localhost or a loopback address' },
      ),
    );
  });
}
