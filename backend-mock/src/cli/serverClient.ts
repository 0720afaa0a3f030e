import { createClient, type TraceClient } from '@modeltrace/client';
import { readConfig } from '../config.js';

type Environment = Record<string, string | undefined>;

/** Where a server with these settings answers on this machine. */
function ownUrl(env: Environment): URL {
  const { host, port } = readConfig(env);
  const isEveryAddress = host === '0.0.0.0' || host === '::';
  return new URL(`http://${isEveryAddress ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`);
}

/**
 * The server that a command speaks to: the one at `url`, or else the one that the settings (TRACE_HOST, TRACE_PORT) name.
 * MODELTRACE_API_KEY is sent to servers that ask for a key.
 * @throws ConfigError when no URL is given and the settings cannot be used.
 */
export function serverClient(url: URL | undefined, env: Environment): TraceClient {
  return createClient({ baseUrl: url ?? ownUrl(env), apiKey: env['MODELTRACE_API_KEY']?.trim() || undefined });
}
