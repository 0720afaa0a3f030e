import { type ClickHouseClient, ClickHouseError } from '@clickhouse/client';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../logging.js';
import { type Engine, engineUnavailable } from './engine.js';
import { createEngineClient } from './engineClient.js';
import { EngineStartError } from './engineFailure.js';
import { quoted } from './identifier.js';

const LONGEST_BACKOFF_MS = 5000;

// ClickHouse's error codes by number, see ErrorCodes.cpp of ClickHouse: AUTHENTICATION_FAILED, UNKNOWN_USER,
// WRONG_PASSWORD, REQUIRED_PASSWORD. Every other refusal may pass: a server that starts, is full or is busy.
const AUTHENTICATION_CODES = new Set(['516', '192', '193', '194']);

function databaseOf(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1)) || 'default';
}

/** A ClickHouse server or cluster at CLICKHOUSE_URL. The connection may come and go; each query finds out anew. */
export class ServerEngine implements Engine {
  readonly kind = 'clickhouse';
  readonly restarts = 0;
  readonly place: string;
  readonly cluster: string | undefined;
  readonly #url: URL;
  readonly #log: Log;
  #client: ClickHouseClient | undefined;
  #stopped = false;

  /**
   * @param url With user, password and database in it, e.g. `http://user:password@host:8123/modeltrace`.
   * @param cluster As `remote_servers` of ClickHouse's configuration names it; undefined for a single server.
   */
  constructor(url: URL, log: Log, cluster?: string) {
    this.#url = url;
    this.#log = log;
    this.cluster = cluster;
    const on = cluster === undefined ? '' : `, cluster ${cluster}`;
    this.place = `ClickHouse at ${url.host}, database ${databaseOf(url)}${on}`;
  }

  /**
   * Waits for the server as long as it takes, then makes sure that the database is there.
   * @throws EngineStartError when the server does not take user and password, or does not let the user make the
   * database.
   */
  async start(): Promise<void> {
    const database = databaseOf(this.#url);
    const withoutDatabase = new URL(this.#url);
    withoutDatabase.pathname = '/';
    const client = createEngineClient({ url: withoutDatabase.href }, this.cluster !== undefined);
    try {
      await this.#untilItAnswers(client);
      if (this.cluster !== undefined) await this.#findCluster(client, this.cluster);
      if (database !== 'default') await this.#makeDatabase(client, database);
    } finally {
      await client.close();
    }
    this.#client = createEngineClient({ url: this.#url.href }, this.cluster !== undefined);
    this.#log.info({ host: this.#url.host, database }, 'connected to ClickHouse');
  }

  async #untilItAnswers(client: ClickHouseClient): Promise<void> {
    const { host } = this.#url;
    for (let backoff = 100; !this.#stopped; backoff = Math.min(LONGEST_BACKOFF_MS, backoff * 2)) {
      const ping = await client.ping({ select: true });
      if (ping.success) return;
      const code = ping.error instanceof ClickHouseError ? ping.error.code : undefined;
      if (code !== undefined && AUTHENTICATION_CODES.has(code)) {
        throw new EngineStartError(
          'ended',
          `ClickHouse at ${host} refuses the login (ClickHouse error ${code}). Check user and password in CLICKHOUSE_URL.`,
        );
      }
      if (code === undefined) this.#log.warn({ host }, 'ClickHouse does not answer, trying again');
      else this.#log.warn({ host, clickhouseError: code }, 'ClickHouse answers with an error, trying again');
      await delay(backoff);
    }
    throw engineUnavailable();
  }

  async #findCluster(client: ClickHouseClient, cluster: string): Promise<void> {
    const answer = await client.query({
      query: 'SELECT cluster FROM system.clusters WHERE cluster = {cluster:String} LIMIT 1',
      query_params: { cluster },
      format: 'JSONEachRow',
    });
    if ((await answer.json()).length > 0) return;
    throw new EngineStartError(
      'ended',
      `ClickHouse at ${this.#url.host} knows no cluster of the name that CLICKHOUSE_CLUSTER gives. SHOW CLUSTERS lists them.`,
    );
  }

  async #makeDatabase(client: ClickHouseClient, database: string): Promise<void> {
    try {
      await client.command({
        query: `CREATE DATABASE IF NOT EXISTS {database:Identifier}${this.cluster === undefined ? '' : ` ON CLUSTER ${quoted(this.cluster)}`}`,
        query_params: { database },
      });
    } catch (error) {
      if (!(error instanceof ClickHouseError)) throw error;
      throw new EngineStartError(
        'ended',
        `ClickHouse at ${this.#url.host} does not make the database that CLICKHOUSE_URL names (ClickHouse error ${error.code}). Let the user create databases.`,
      );
    }
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
