import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import type { components } from '../../contract/api.gen.js';
import { CodedError } from '../../errors.js';
import { type FileCheck, fileCheck } from './fileCheck.js';
import type { ExportFormat } from './sql.js';

/** What is known of an export, as the contract shows it. */
export type Export = components['schemas']['Export'];
type Ended = Exclude<Export['state'], 'running'>;

/** One export from its start to its end. */
export class ExportRun {
  readonly id: string;
  readonly format: ExportFormat;
  readonly fileName: string;
  /** Traces that match; undefined until they are counted. */
  rowsTotal: number | undefined;
  readonly #startedTime = new Date();
  readonly #check: FileCheck;
  readonly #hash = createHash('sha256');
  readonly #stop = new AbortController();
  readonly #ended: () => void;
  #state: Export['state'] = 'running';
  #endedTime: Date | undefined;
  #bytes = 0;
  #rows = 0;
  #sha256: string | undefined;

  /** @param ended Called once, when the export is no longer running. */
  constructor(id: string, format: ExportFormat, fileName: string, ended: () => void) {
    this.id = id;
    this.format = format;
    this.fileName = fileName;
    this.#check = fileCheck(format);
    this.#ended = ended;
  }

  /** Aborts when the export ends before it is complete. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get state(): Export['state'] {
    return this.#state;
  }

  get endedTime(): Date | undefined {
    return this.#endedTime;
  }

  /** Rows and hash of the complete file, as the answer's trailers say them. */
  get proof(): { rows: string; sha256: string } {
    return { rows: String(this.#rows), sha256: this.#sha256 ?? '' };
  }

  /** Ends the export; one that has ended stays as it is. */
  end(state: Ended): void {
    if (this.#state !== 'running') return;
    this.#state = state;
    this.#endedTime = new Date();
    if (state !== 'complete') this.#stop.abort();
    this.#ended();
  }

  /** The connection closed before all was sent: nobody has the file, also when all of it had been made. */
  breakOff(): void {
    if (this.#state === 'complete') {
      this.#state = 'cancelled';
      this.#sha256 = undefined;
    } else this.end('cancelled');
  }

  /** The file's bytes, counted and hashed on their way; they end only when the file is whole. */
  follow(bytes: Readable): Readable {
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        const sent = this.#check.take(chunk);
        this.#bytes += sent.length;
        this.#hash.update(sent);
        done(null, sent);
      },
      flush: (done) => {
        done(this.#finish());
      },
    });
    bytes.once('error', (error) => {
      this.end('failed');
      counted.destroy(error);
    });
    counted.once('close', () => {
      if (!bytes.readableEnded) bytes.destroy();
    });
    return bytes.pipe(counted);
  }

  /** An error when there are fewer rows than were counted beforehand: a file that looks whole and is not. */
  #finish(): CodedError | null {
    this.#rows = this.#check.rows();
    if (this.#rows + this.#check.skipped() < (this.rowsTotal ?? 0)) {
      this.end('failed');
      return new CodedError('INTERNAL', 'The database engine gave fewer rows than it had counted.');
    }
    this.#sha256 = this.#hash.digest('hex');
    this.end('complete');
    return null;
  }

  toAnswer(): Export {
    const isRunning = this.#state === 'running';
    return {
      export_id: this.id,
      state: this.#state,
      format: this.format,
      file_name: this.fileName,
      rows_total: this.rowsTotal ?? null,
      rows_written: isRunning && this.format !== 'parquet' ? this.#check.rows() : this.#rows,
      rows_skipped: this.#check.skipped(),
      bytes_written: this.#bytes,
      sha256: this.#sha256 ?? null,
      started_time: this.#startedTime.toISOString(),
      ended_time: this.#endedTime?.toISOString() ?? null,
    };
  }
}
