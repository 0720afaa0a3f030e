import { ClickHouseError } from '@clickhouse/client';
import { engineUnavailable } from '../engine/engine.js';
import { MAX_QUERY_SECONDS } from '../engine/engineClient.js';
import { CodedError } from '../errors.js';

// ClickHouse's error codes by number, see ErrorCodes.cpp of ClickHouse.
const MEMORY_LIMIT_EXCEEDED = '241';
const TOO_MANY_SIMULTANEOUS_QUERIES = '202';
const TOO_MANY_PARTS = '252';
const TIMEOUT_EXCEEDED = '159';
const QUERY_WAS_CANCELLED = '394';
const CANNOT_COMPILE_REGEXP = '427';
const NO_SPACE = new Set(['243', '74', '75', '76']);
/** KEEPER_EXCEPTION, TABLE_IS_READ_ONLY, TOO_FEW_LIVE_REPLICAS, UNKNOWN_STATUS_OF_INSERT, UNSATISFIED_QUORUM_FOR_PREVIOUS_WRITE. */
const REPLICAS_AWAY = new Set(['999', '242', '285', '319', '286']);
const BUSY = new Set([MEMORY_LIMIT_EXCEEDED, TOO_MANY_SIMULTANEOUS_QUERIES, TOO_MANY_PARTS]);
const BUSY_RETRY_AFTER_SECONDS = 5;

/** Whether replicas cannot take rows at the moment: they start, or too few of them are there. It passes. */
export function isReplicasAway(error: unknown): boolean {
  return error instanceof ClickHouseError && REPLICAS_AWAY.has(error.code);
}

/**
 * The coded error for whatever a query failed with. The engine's own text holds SQL and values,
 * so it only travels as `cause`, which is never shown or logged.
 */
export function toCodedError(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  if (error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError) {
    return new CodedError('INTERNAL', 'Something went wrong in the trace server.', { cause: error });
  }
  if (!(error instanceof ClickHouseError)) return engineUnavailable(error);
  if (BUSY.has(error.code)) {
    return new CodedError('OVERLOADED', 'The database engine is out of memory or busy. Ask for less, or try again.', {
      retryAfterSeconds: BUSY_RETRY_AFTER_SECONDS,
      cause: error,
    });
  }
  if (error.code === CANNOT_COMPILE_REGEXP) {
    return new CodedError('INVALID_ARGUMENT', 'The engine cannot use a regular expression of the query.', {
      field: 'query',
      expected: 'regular expressions as RE2 takes them, of moderate size',
      cause: error,
    });
  }
  if (NO_SPACE.has(error.code)) {
    return new CodedError('ENGINE_UNAVAILABLE', 'The database engine cannot write: its disk may be full.', {
      retryAfterSeconds: 60,
      cause: error,
    });
  }
  if (error.code === QUERY_WAS_CANCELLED || REPLICAS_AWAY.has(error.code)) return engineUnavailable(error);
  const message =
    error.code === TIMEOUT_EXCEEDED
      ? `The query took longer than ${MAX_QUERY_SECONDS} seconds. Choose a shorter time range or fewer groups.`
      : `The database engine refused a query (ClickHouse error ${error.code}).`;
  return new CodedError('INTERNAL', message, { cause: error });
}
