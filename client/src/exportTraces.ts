import { sha256 } from '@noble/hashes/sha2.js';
import type { Connection } from './call.js';
import type { components, operations } from './contract/api.gen.js';
import { errorOfFailure, TraceServerError } from './traceServerError.js';

/** What to export and as what. */
export type ExportQuery = NonNullable<operations['exportTraces']['parameters']['query']>;
/** How far an export is, or how it ended. */
export type ExportState = components['schemas']['Export'];

/** A SHA-256 that is fed piece by piece, such as Node's `createHash('sha256')`. */
export interface Sha256 {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** How to download. */
export interface ExportOptions {
  /** Cancels the export. */
  signal?: AbortSignal | undefined;
  /** A faster SHA-256 than the one of this package, which runs everywhere. */
  sha256?: () => Sha256;
}

/** A file on its way. */
export interface ExportDownload {
  exportId: string;
  /** The name that the server proposes. */
  fileName: string;
  /** Traces that match. */
  rowsTotal: number;
  /**
   * The file's bytes, at the pace of the reader. It ends only when all that the server sent has arrived: the server's
   * count of bytes and SHA-256 are compared with those of what went through. It fails otherwise; what was read until then
   * is no file. Cancelling it cancels the export.
   */
  body: ReadableStream<Uint8Array>;
  /** How far the export is; once `body` has ended, with rows and hash. */
  state(): Promise<ExportState>;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fileNameOf(headers: Headers): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '')?.[1];
  return encoded === undefined ? 'traces_data' : decodeURIComponent(encoded);
}

function incomplete(what: string): TraceServerError {
  return new TraceServerError('INCOMPLETE_EXPORT', `The export is not whole: ${what}. Export again.`);
}

/** The bytes as they come, checked against the server's proof at their end. */
function verified(
  bytes: ReadableStream<Uint8Array>,
  hash: Sha256,
  connection: Connection,
  { state, cancel }: { state: () => Promise<ExportState>; cancel: () => Promise<unknown> },
): ReadableStream<Uint8Array> {
  const reader = bytes.getReader();
  let count = 0;
  const check = async () => {
    const proof = await state();
    if (proof.state !== 'complete') throw incomplete(`the server says that it is ${proof.state}`);
    if (proof.bytes_written !== count) throw incomplete(`${count} bytes of ${proof.bytes_written} arrived`);
    if (proof.sha256 !== hex(hash.digest())) throw incomplete('its bytes changed on the way');
  };
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          await check();
          controller.close();
          return;
        }
        count += value.length;
        hash.update(value);
        controller.enqueue(value);
      } catch (failure) {
        const known = errorOfFailure(failure, connection.baseUrl);
        const error =
          known instanceof TraceServerError && known.code === 'UNREACHABLE'
            ? incomplete(`the connection broke off after ${count} bytes`)
            : known;
        controller.error(error);
      }
    },
    async cancel(reason) {
      await reader.cancel(reason);
      await cancel();
    },
  });
}

/**
 * Begins an export. Resolves when the server has counted what matches and begins to send.
 * @throws TraceServerError
 */
export async function exportTraces(
  connection: Connection,
  query: ExportQuery,
  options: ExportOptions = {},
): Promise<ExportDownload> {
  const exportId = query.export_id ?? crypto.randomUUID();
  const path = { params: { path: { export_id: exportId } } };
  const state = () => connection.call('get')('/api/v1/exports/{export_id}', path);
  // The export ends with its connection anyway; this only makes it sooner.
  const cancel = () =>
    connection
      .call('delete')('/api/v1/exports/{export_id}', path)
      .catch(() => undefined);
  const { data, response } = await connection.answerOf(
    connection.http.GET('/api/v1/export', {
      params: { query: { ...query, export_id: exportId } },
      parseAs: 'stream',
      ...(options.signal && { signal: options.signal }),
    }),
  );
  if (!data) throw incomplete('the answer has no body');
  const hash = options.sha256?.() ?? sha256.create();
  return {
    exportId,
    fileName: fileNameOf(response.headers),
    rowsTotal: Number(response.headers.get('modeltrace-total-rows') ?? 0),
    body: verified(data, hash, connection, { state, cancel }),
    state,
  };
}
