import type { ClickHouseClient } from '@clickhouse/client';
import { CodedError } from '../errors.js';

/** The database engine behind the store: embedded, or a ClickHouse server. */
export interface Engine {
  readonly kind: 'embedded' | 'clickhouse';
  /** Where the data is, in words for the log; never with a password. */
  readonly place: string;
  /** The cluster that holds the tables; absent where one server holds them all. */
  readonly cluster?: string | undefined;
  /** How often it ended by itself and was started again; 0 for an engine that others run. */
  readonly restarts: number;
  /** Resolves once the engine answers. */
  start(): Promise<void>;
  /**
   * The client to query with. Not to be kept: a restarted engine has another.
   * @throws ENGINE_UNAVAILABLE while the engine is starting, down or stopped.
   */
  client(): ClickHouseClient;
  stop(): Promise<void>;
}

/** Seconds after which a caller may try again while the engine is away. */
export const ENGINE_RETRY_AFTER_SECONDS = 2;

/** The engine is starting or down. */
export function engineUnavailable(cause?: unknown): CodedError {
  return new CodedError('ENGINE_UNAVAILABLE', 'The database engine is starting or down. Try again soon.', {
    retryAfterSeconds: ENGINE_RETRY_AFTER_SECONDS,
    cause,
  });
}
