import { type ClickHouseClient, ClickHouseError } from '@clickhouse/client';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../logging.js';
import { type Engine, engineUnavailable } from './engine.js';
import { createEngineClient } from './engineClient.js';
import { EngineStartError } from './engineFailure.js';

const LONGEST_BACKOFF_MS = 5000;

/** A ClickHouse server or cluster at CLICKHOUSE_URL. The connection may come and go; each query finds out anew. */
export class ServerEngine implements Engine {
  readonly kind = 'clickhouse';
  readonly #url: URL;
  readonly #log: Log;
  #client: ClickHouseClient | undefined;
  #stopped = false;

  /** @param url With user, password and database in it, e.g. `http://user:password@host:8123/modeltrace`. */
  constructor(url: URL, log: Log) {
    this.#url = url;
    this.#log = log;
  }

  /**
   * Waits for the server as long as it takes, then makes sure that the database is there.
   * @throws EngineStartError when the server answers, but not to this user.
   */
  async start(): Promise<void> {
    const database = decodeURIComponent(this.#url.pathname.slice(1)) || 'default';
    const withoutDatabase = new URL(this.#url);
    withoutDatabase.pathname = '/';
    const client = createEngineClient({ url: withoutDatabase.href });
    for (let backoff = 100; !this.#stopped; backoff = Math.min(LONGEST_BACKOFF_MS, backoff * 2)) {
      const ping = await client.ping({ select: true });
      if (ping.success) break;
      if (ping.error instanceof ClickHouseError) {
        await client.close();
        throw new EngineStartError(
          'ended',
          `ClickHouse at ${this.#url.host} refuses to answer (ClickHouse error ${ping.error.code}). Check user and password in CLICKHOUSE_URL.`,
        );
      }
      this.#log.warn({ host: this.#url.host }, 'ClickHouse does not answer, trying again');
      await delay(backoff);
    }
    if (this.#stopped) throw engineUnavailable();
    if (database !== 'default') {
      await client.command({
        query: 'CREATE DATABASE IF NOT EXISTS {database:Identifier}',
        query_params: { database },
      });
    }
    await client.close();
    this.#client = createEngineClient({ url: this.#url.href });
    this.#log.info({ host: this.#url.host, database }, 'connected to ClickHouse');
  }

  client(): ClickHouseClient {
    if (!this.#client || this.#stopped) throw engineUnavailable();
    return this.#client;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#client?.close();
  }
}
