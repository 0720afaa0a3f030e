import { type TraceClient, TraceServerError } from '@modeltrace/client';
import { readConfig } from '../config.js';
import type { CreateKeyRequest, KeyDetails } from '../features/keys/keyRows.js';
import { createKey, type CreateKeyAnswer, listKeys, revokeKey } from '../features/keys/storedKeys.js';
import { createErrorLog } from '../logging.js';
import { createStore } from '../server.js';
import { serverClient } from './serverClient.js';

/** The keys of a trace server, whether it is running or not. */
export interface KeyAccess {
  /** Where they are, in words. */
  place: string;
  create(request: CreateKeyRequest): Promise<CreateKeyAnswer>;
  list(): Promise<KeyDetails[]>;
  revoke(keyId: string): Promise<KeyDetails>;
  close(): Promise<void>;
}

type Environment = Record<string, string | undefined>;

function throughServer(client: TraceClient): KeyAccess {
  return {
    place: `the trace server at ${client.baseUrl.origin}`,
    create: (body) => client.post('/api/v1/keys', { body }),
    list: async () => (await client.get('/api/v1/keys')).keys,
    revoke: (key_id) => client.delete('/api/v1/keys/{key_id}', { params: { path: { key_id } } }),
    close: () => Promise.resolve(),
  };
}

async function throughStore(env: Environment): Promise<KeyAccess> {
  const store = createStore(readConfig(env), createErrorLog('warn'));
  try {
    await store.open();
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    place: store.place,
    create: (request) => createKey(store, request),
    list: () => listKeys(store),
    revoke: (keyId) => revokeKey(store, keyId),
    close: () => store.close(),
  };
}

async function isTraceServer(client: TraceClient): Promise<boolean> {
  try {
    const { status }: { status: string } = await client.get('/livez');
    return status === 'alive';
  } catch (error) {
    // Something else may be at the port, such as an OpenTelemetry collector.
    if (error instanceof TraceServerError) return false;
    throw error;
  }
}

/**
 * The keys of the server at `url`, or else of the one that the settings name: through its API while it runs, in its store
 * while it does not.
 * @throws TraceServerError, EngineStartError, ConfigError
 */
export async function openKeys(url: URL | undefined, env: Environment): Promise<KeyAccess> {
  const client = serverClient(url, env);
  return url !== undefined || (await isTraceServer(client)) ? throughServer(client) : throughStore(env);
}
