import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OperationAccess } from '../contract/operations.js';
import { CodedError } from '../errors.js';
import type { Budget } from '../features/keys/budget.js';
import type { GoodKey, KeyRing } from '../features/keys/keyRing.js';
import { isFromThisMachine, requireOwnHost } from './ownHost.js';

declare module 'fastify' {
  /** Of routes that are operations of the contract. */
  interface FastifyContextConfig {
    operationId?: OperationAccess['operationId'];
    scope?: OperationAccess['scope'];
    openOnLoopback?: OperationAccess['openOnLoopback'];
  }
  interface FastifyRequest {
    /** The key that the request came with; undefined where it came without one and may. */
    key: GoodKey | undefined;
  }
}

/** Who is let in without a key while the server has none. */
export interface AnonymousCalls {
  /** Whether anybody is. */
  allowed: boolean;
  /** Whether they must name this machine as the host and not only one of a closed network; for a server on loopback. */
  ownHostOnly: boolean;
}

function unauthenticated(reply: FastifyReply): CodedError {
  void reply.header('WWW-Authenticate', 'Bearer');
  return new CodedError('UNAUTHENTICATED', 'This trace server wants an API key as a bearer token.', {
    field: 'Authorization',
    expected: 'Bearer and an API key that is neither expired nor revoked',
  });
}

async function keyOf(request: FastifyRequest, keys: KeyRing): Promise<GoodKey | undefined> {
  const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return given === undefined ? undefined : keys.find(given);
}

function limited(budget: Budget, what: string): CodedError {
  return new CodedError('RATE_LIMITED', `This key may ${what} ${budget.perMinute} times a minute. Nothing was done.`, {
    retryAfterSeconds: budget.secondsUntilSome(),
  });
}

/** @throws RATE_LIMITED when the key has used up what it may do in a minute. */
function takeFromBudgets(key: GoodKey, access: Partial<OperationAccess>, reply: FastifyReply): void {
  const { requests, traces } = key;
  if (requests) {
    const isLeft = requests.left() > 0;
    if (isLeft) requests.spend(1);
    void reply.headers({
      'RateLimit-Limit': String(requests.perMinute),
      'RateLimit-Remaining': String(requests.left()),
      'RateLimit-Reset': String(requests.secondsUntilFull()),
    });
    if (!isLeft) throw limited(requests, 'call');
  }
  if (traces && access.scope === 'ingest' && traces.left() === 0) {
    throw limited(traces, 'send a trace');
  }
}

/**
 * Lets a request in only if the contract's `security` of its operation allows it: refused are unknown keys (401), keys
 * without the scope (403) and keys beyond their limits (429), all before the body is read. Paths that are not in the
 * contract take any key.
 */
export function requireAccess(app: FastifyInstance, keys: KeyRing, anonymous: AnonymousCalls): void {
  app.decorateRequest('key', undefined);
  app.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config;
    const isOpen = access.operationId !== undefined && access.scope === undefined;
    if (!isOpen) await keys.refresh();
    if (anonymous.allowed && !keys.hasKeys) {
      requireOwnHost(request, anonymous.ownHostOnly);
      return;
    }
    if (isOpen || (access.openOnLoopback === true && isFromThisMachine(request))) return;
    const key = await keyOf(request, keys);
    if (!key) throw unauthenticated(reply);
    request.key = key;
    if (access.scope !== undefined && !key.scopes.has(access.scope)) {
      throw new CodedError('FORBIDDEN', `This needs an API key with the scope ${access.scope}.`, {
        field: 'Authorization',
        expected: `a key with the scope ${access.scope}`,
      });
    }
    takeFromBudgets(key, access, reply);
  });
}
