import { ClickHouseError, type ClickHouseSettings } from '@clickhouse/client';
import { Transform, type Readable } from 'node:stream';
import { CodedError } from '../errors.js';

/** Formats in which the engine writes large answers while it reads; a line of TSVRaw is a text as it is. */
export type StreamFormat = 'CSVWithNames' | 'TSVRaw' | 'Parquet';

const ANY_LENGTH_SETTINGS: ClickHouseSettings = {
  // Sent as it is made: a failure shows in the stream instead of in the status.
  wait_end_of_query: 0,
  // The reader sets the pace; who no longer wants the answer ends it.
  max_execution_time: 0,
  cancel_http_readonly_queries_on_client_close: 1,
  output_format_json_escape_forward_slashes: 0,
};

/** Settings per format, over those of every query. */
export const STREAM_SETTINGS: Record<StreamFormat, ClickHouseSettings> = {
  CSVWithNames: {
    ...ANY_LENGTH_SETTINGS,
    // RFC 4180
    output_format_csv_crlf_end_of_line: 1,
    format_csv_null_representation: '',
  },
  TSVRaw: ANY_LENGTH_SETTINGS,
  Parquet: {
    ...ANY_LENGTH_SETTINGS,
    // A row group is made in memory as a whole.
    output_format_parquet_row_group_size_bytes: '67108864',
    output_format_parquet_string_as_string: 1,
    output_format_parquet_compression_method: 'zstd',
  },
};

/** The engine's header with a word that it puts before the text of an error in the middle of an answer. */
export const EXCEPTION_TAG_HEADER = 'x-clickhouse-exception-tag';

const UNDERSCORE = 0x5f;

function brokenOff(errorCode: string | undefined): CodedError {
  const code = errorCode === undefined ? '' : ` (ClickHouse error ${errorCode})`;
  return new CodedError('INTERNAL', `The database engine broke an answer off${code}.`);
}

/**
 * Passes an answer on and fails where the engine failed, without the text of its error: that holds SQL and values.
 * What could be the beginning of the engine's marker is held back until more is known.
 */
class UpToError extends Transform {
  readonly #marker: Buffer;
  #held: Buffer = Buffer.alloc(0);

  constructor(exceptionTag: string) {
    super();
    this.#marker = Buffer.from(`__exception__\r\n${exceptionTag}`);
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    const bytes = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    const at = bytes.indexOf(this.#marker);
    if (at >= 0) {
      done(brokenOff(/Code: (\d+)/.exec(bytes.toString('latin1', at, at + 200))?.[1]));
      return;
    }
    const end = this.#startOfMarker(bytes);
    this.#held = bytes.subarray(end);
    if (end > 0) this.push(bytes.subarray(0, end));
    done();
  }

  override _flush(done: () => void): void {
    if (this.#held.length > 0) this.push(this.#held);
    done();
  }

  /** Where a marker begins that the bytes may be cut in the middle of; their length when none does. */
  #startOfMarker(bytes: Buffer): number {
    const first = Math.max(0, bytes.length - this.#marker.length + 1);
    for (let at = bytes.indexOf(UNDERSCORE, first); at >= 0; at = bytes.indexOf(UNDERSCORE, at + 1)) {
      const rest = bytes.subarray(at);
      if (rest.equals(this.#marker.subarray(0, rest.length))) return at;
    }
    return bytes.length;
  }
}

/**
 * The engine's answer as a stream that ends only where the answer is whole, and fails with a CodedError otherwise.
 * @param endQuery Called when the stream is closed before its end, whoever closed it: a closed connection alone does not
 * end the engine's work.
 * @throws INTERNAL when the engine is too old to mark its errors: half an answer could not be told from a whole one.
 */
export function wholeOrFailed(
  answer: Readable,
  exceptionTag: string | undefined,
  endQuery: () => void,
  signal: AbortSignal,
): Readable {
  if (exceptionTag === undefined) {
    answer.destroy();
    throw new CodedError('INTERNAL', 'This ClickHouse cannot stream safely: version 25.11 or newer is needed.');
  }
  const whole = new UpToError(exceptionTag);
  const giveUp = () => whole.destroy(new CodedError('ENGINE_UNAVAILABLE', 'The answer is no longer wanted.'));
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  // The connection's own errors are not passed on as they are: they may hold SQL.
  answer.once('error', (error) => whole.destroy(brokenOff(error instanceof ClickHouseError ? error.code : undefined)));
  answer.once('close', () => {
    if (!answer.readableEnded) whole.destroy(brokenOff(undefined));
  });
  whole.once('close', () => {
    signal.removeEventListener('abort', giveUp);
    if (whole.readableEnded) return;
    answer.destroy();
    endQuery();
  });
  return answer.pipe(whole);
}
