import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import type { components } from '../../contract/api.gen.js';
import { type FileCheck, fileCheck } from './fileCheck.js';
import { onReaderStall } from './readerStall.js';
import type { ExportFormat } from './sql.js';

/** What is known of an export, as the contract shows it. */
export type Export = components['schemas']['Export'];
type Ended = Exclude<Export['state'], 'running'>;

/** Counting and reading are two questions to the engine, between which traces come and go. */
function changedMeanwhile(rows: number, total: number): string {
  const what = rows < total ? 'removed' : 'stored';
  return `The file is whole: ${total} traces matched when the export began, and ${rows} when they were read. Traces were ${what} meanwhile.`;
}

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
  #remark: string | undefined;

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
  end(state: Ended, remark?: string): void {
    if (this.#state !== 'running') return;
    this.#state = state;
    this.#remark = remark;
    this.#rows = this.#check.rows();
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

  /**
   * The file's bytes, counted and hashed on their way; they end only when the file is whole.
   * @param stallMs Time that a reader may take nothing: the engine must not work for one that is no more.
   * @param whole Called when the file is whole, before its end is read.
   */
  follow(bytes: Readable, stallMs: number, whole: () => void): Readable {
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        const sent = this.#check.take(chunk);
        this.#bytes += sent.length;
        this.#hash.update(sent);
        done(null, sent);
      },
      flush: (done) => {
        this.#finish();
        whole();
        done();
      },
    });
    bytes.once('error', (error) => {
      this.end('failed');
      counted.destroy(error);
    });
    counted.once('close', () => {
      if (!bytes.readableEnded) bytes.destroy();
    });
    const stalled = () => {
      this.end('cancelled', `The reader took nothing for ${stallMs / 1000} seconds.`);
    };
    onReaderStall(counted, stallMs, () => this.#bytes, stalled);
    return bytes.pipe(counted);
  }

  /** The engine's answer is whole here, also when traces were stored or erased since they were counted. */
  #finish(): void {
    this.#sha256 = this.#hash.digest('hex');
    const rows = this.#check.rows() + this.#check.skipped();
    const total = this.rowsTotal ?? rows;
    this.end('complete', rows === total ? undefined : changedMeanwhile(rows, total));
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
      remark: this.#remark ?? null,
    };
  }
}
