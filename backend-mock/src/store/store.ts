import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { randomUUID } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type Engine, engineUnavailable } from '../engine/engine.js';
import { quoted } from '../engine/identifier.js';
import { clusterStatements, localTable } from './cluster/clusterDdl.js';
import { toCodedError } from './engineError.js';
import { EXCEPTION_TAG_HEADER, STREAM_SETTINGS, type StreamFormat, wholeOrFailed } from './engineStream.js';
import { migrate } from './migrate.js';
import { joinedPieces } from './rowPieces.js';
import { marked, untilChanged } from './changes.js';
import { withoutIndexPatterns } from './indexPatterns.js';
import { execParams, type QueryParams } from './paramsForm.js';

/** A SELECT without FORMAT, and its values. */
export interface Query {
  sql: string;
  params: QueryParams;
}

/** Formats in which the engine itself writes an answer. */
export type RawFormat = 'ArrowStream' | 'JSONColumnsWithMetadata' | 'JSONEachRow' | 'JSONLines' | 'RawBLOB';

const RAW_SETTINGS: Record<RawFormat, ClickHouseSettings> = {
  ArrowStream: {
    output_format_arrow_string_as_string: 1,
    output_format_arrow_low_cardinality_as_dictionary: 0,
    output_format_arrow_compression_method: 'none',
  },
  JSONColumnsWithMetadata: {},
  JSONEachRow: { output_format_json_array_of_rows: 1 },
  JSONLines: {},
  // The bytes of a single value.
  RawBLOB: {},
};

const INSERT_SETTINGS: ClickHouseSettings = {
  // One block per insert and partition, so that an insert is stored as a whole; times may lie in many months.
  max_insert_block_size: '1000000',
  max_partitions_per_insert_block: '0',
  async_insert: 0,
};

/** A statement that the engine has answered. */
export interface Asked {
  /** What it was: rows in memory, a stream of bytes (until its first), a statement without rows, or new rows. */
  kind: 'rows' | 'stream' | 'command' | 'insert';
  /** Code of the error, undefined when there was none. */
  errorCode: string | undefined;
  durationMs: number;
}

const ALIVE_TIMEOUT_MS = 2000;

/** Queries and inserts, whichever engine is behind. Everything it throws is a CodedError. */
export class Store {
  readonly #engine: Engine;
  #migrated = false;
  /** Whether the table of traces has an index that searches in text can use. */
  hasTextIndex = false;
  /** Called with every statement that the engine has answered or failed to. */
  onAsked: ((asked: Asked) => void) | undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get engineKind(): Engine['kind'] {
    return this.#engine.kind;
  }

  /** Whether other trace servers may write too. The embedded engine's directory is this server's alone. */
  get isShared(): boolean {
    return this.#engine.kind === 'clickhouse';
  }

  /** Whether the tables are up to date. */
  get isMigrated(): boolean {
    return this.#migrated;
  }

  /** How often the engine ended by itself and was started again. */
  get engineRestarts(): number {
    return this.#engine.restarts;
  }

  /** Whether the engine answers within two seconds. */
  async isAlive(): Promise<boolean> {
    try {
      await this.rows({ sql: 'SELECT 1', params: {} }, AbortSignal.timeout(ALIVE_TIMEOUT_MS));
      return true;
    } catch {
      return false;
    }
  }

  /** Where the data is, in words for the log. */
  get place(): string {
    return this.#engine.place;
  }

  /**
   * The table that has the parts of `table`, as the engine's own tables (`system.parts` and others) name it. On a cluster
   * every server has one of that name.
   */
  partsTable(table: string): string {
    return this.#engine.cluster === undefined ? table : localTable(table);
  }

  /** One of the engine's own tables, e.g. `parts`, with the rows of every server there is. */
  systemTable(name: string): string {
    const { cluster } = this.#engine;
    return cluster === undefined ? `system.${name}` : `clusterAllReplicas(${quoted(cluster)}, system.${name})`;
  }

  /** One of the engine's own tables, with the rows of one server of every shard: what is stored, and no copies of it. */
  shardsTable(name: string): string {
    const { cluster } = this.#engine;
    return cluster === undefined ? `system.${name}` : `cluster(${quoted(cluster)}, system.${name})`;
  }

  /**
   * What to select from to get the rows that every shard answers about its own part of a table, for questions that the
   * distributed table answers for one shard alone, as EXPLAIN ESTIMATE.
   * @param question SQL, of the table's name on a shard.
   */
  async askingShards(table: string, question: (table: string) => string): Promise<string> {
    const { cluster } = this.#engine;
    if (cluster === undefined) return `(${question(table)})`;
    const [row] = await this.rows<{ name: string }>({ sql: 'SELECT currentDatabase() AS name', params: {} });
    const local = `${quoted(row?.name ?? 'default')}.${localTable(table)}`;
    return `cluster(${quoted(cluster)}, view(SELECT * FROM (${question(local)})))`;
  }

  /**
   * Starts the engine and brings the tables up to date.
   * @param onMigration Called with the name of each migration that the database has not seen, before it runs.
   */
  async open(onMigration?: (name: string) => void): Promise<void> {
    await this.#engine.start();
    await migrate(this.#engine.client(), this.#engine.cluster, onMigration);
    this.#migrated = true;
  }

  async close(): Promise<void> {
    await this.#engine.stop();
  }

  #given(params: QueryParams): QueryParams {
    return this.hasTextIndex ? params : withoutIndexPatterns(params);
  }

  /** All rows of a small answer. */
  async rows<Row>(query: Query, signal?: AbortSignal): Promise<Row[]> {
    return this.#run('rows', signal, async (client, queryId, abortSignal) => {
      const answer = await client.query({
        query: query.sql,
        query_params: this.#given(query.params),
        query_id: queryId,
        abort_signal: abortSignal,
        format: 'JSONEachRow',
        use_multipart_params_auto: true,
      });
      return answer.json<Row>();
    });
  }

  /** The bytes of an answer as the engine writes them. */
  async raw(query: Query, format: RawFormat, signal?: AbortSignal): Promise<Readable> {
    return this.#run('stream', signal, async (client, queryId, abortSignal) => {
      const answer = await client.exec({
        query: `${query.sql} FORMAT ${format}`,
        ...(await execParams(this.#given(query.params))),
        query_id: queryId,
        abort_signal: abortSignal,
        clickhouse_settings: RAW_SETTINGS[format],
      });
      return answer.stream;
    });
  }

  /**
   * The bytes of an answer of any length while the engine makes them, at the pace of the reader. The stream ends only
   * where the answer is whole; a failure destroys it. `signal`, or destroying the stream, ends the engine's work.
   */
  async stream(query: Query, format: StreamFormat, signal: AbortSignal): Promise<Readable> {
    return this.#run('stream', signal, async (client, queryId) => {
      const answer = await client.exec({
        query: `${query.sql} FORMAT ${format}`,
        ...(await execParams(this.#given(query.params))),
        query_id: queryId,
        abort_signal: signal,
        clickhouse_settings: STREAM_SETTINGS[format],
      });
      // The client ends connections on which nothing moves for the time of a query: here the reader sets the pace.
      if (answer.stream instanceof IncomingMessage) answer.stream.socket.setTimeout(0);
      const tag = answer.response_headers[EXCEPTION_TAG_HEADER];
      const endQuery = () => {
        killQuery(client, queryId);
      };
      return wholeOrFailed(answer.stream, typeof tag === 'string' ? tag : undefined, endQuery, signal);
    });
  }

  /** Runs a statement that has no rows to answer with, such as INSERT … SELECT; resolves when the engine is done. */
  async execute(statement: Query): Promise<void> {
    await this.#run('command', undefined, async (client, queryId) => {
      const answer = await client.exec({
        query: statement.sql,
        ...(await execParams(this.#given(statement.params))),
        query_id: queryId,
        clickhouse_settings: { ...INSERT_SETTINGS, output_format_json_escape_forward_slashes: 0 },
      });
      // Reading what little is answered to its end frees the connection.
      await finished(answer.stream.resume());
    });
  }

  /**
   * Changes or removes stored rows, e.g. `UPDATE cost_usd = NULL WHERE …` or `DELETE WHERE …` of `traces`; resolves when
   * the engine has rewritten every part that holds such rows, with its projections and indexes.
   */
  async mutate(table: string, change: Query): Promise<void> {
    // Not waited for by the statement itself: a change of a large table takes longer than a query may.
    const mark = randomUUID();
    const statement = `ALTER TABLE ${table} ${marked(change.sql, mark)} SETTINGS mutations_sync = 0, allow_nondeterministic_mutations = 1`;
    const { cluster } = this.#engine;
    for (const sql of cluster === undefined ? [statement] : clusterStatements(statement, cluster)) {
      await this.execute({ sql, params: change.params });
    }
    await untilChanged(this, table, mark);
  }

  /** Stores rows given as JSON lines; resolves when the engine has them. */
  async insert(table: string, columns: readonly string[], jsonLines: readonly string[]): Promise<void> {
    if (jsonLines.length === 0) return;
    await this.#insert(table, columns, 'JSONEachRow', [Buffer.from(`${jsonLines.join('\n')}\n`)]);
  }

  /** Stores rows as `RowBinaryWriter` writes them; resolves when the engine has them. */
  async insertRows(table: string, columns: readonly string[], rows: readonly Uint8Array[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#insert(table, columns, 'RowBinary', joinedPieces(rows));
  }

  async #insert(
    table: string,
    columns: readonly string[],
    format: 'JSONEachRow' | 'RowBinary',
    pieces: Iterable<Uint8Array>,
  ): Promise<void> {
    await this.#run('insert', undefined, async (client, queryId, abortSignal) => {
      const answer = await client.exec({
        query: `INSERT INTO ${table} (${columns.join(', ')}) FORMAT ${format}`,
        values: Readable.from(pieces, { objectMode: false }),
        query_id: queryId,
        abort_signal: abortSignal,
        clickhouse_settings: INSERT_SETTINGS,
      });
      // The answer of an insert is empty; reading it to its end frees the connection.
      answer.stream.resume();
    });
  }

  async #run<Result>(
    kind: Asked['kind'],
    signal: AbortSignal | undefined,
    ask: (client: ClickHouseClient, queryId: string, signal: AbortSignal | undefined) => Promise<Result>,
  ): Promise<Result> {
    const queryId = randomUUID();
    const startedMs = performance.now();
    let errorCode: string | undefined;
    try {
      if (!this.#migrated) throw engineUnavailable();
      const client = this.#engine.client();
      const kill = () => {
        killQuery(client, queryId);
      };
      signal?.addEventListener('abort', kill, { once: true });
      try {
        return await ask(client, queryId, signal);
      } finally {
        signal?.removeEventListener('abort', kill);
      }
    } catch (error) {
      const coded = toCodedError(error);
      errorCode = coded.code;
      throw coded;
    } finally {
      this.onAsked?.({ kind, errorCode, durationMs: performance.now() - startedMs });
    }
  }
}

/** A closed connection does not end its query; this does. A query that has ended already is no error. */
function killQuery(client: ClickHouseClient, queryId: string): void {
  client
    .command({ query: 'KILL QUERY WHERE query_id = {queryId:String} ASYNC', query_params: { queryId } })
    .catch(() => undefined);
}
