import { t } from '@grafana/i18n';
import { formattedBytes } from '../job/amounts';
import { ownBytes, type FileSink } from './fileSink';
import { saveBlob } from './saveBlob';

/** Bytes of a file that is put together in the page: less than what a tab of any browser can hold. */
export const MEMORY_LIMIT_BYTES = 512 * 1024 * 1024;
/** Pieces are handed to the browser as one when they are this large: it keeps them outside of the page's own memory. */
const PIECE_BYTES = 8 * 1024 * 1024;

/** A file that is put together in the browser and becomes a download when it is whole. */
export function memoryFile(fileName: string, limitBytes = MEMORY_LIMIT_BYTES): FileSink {
  let pieces: Blob[] = [];
  let latest: Uint8Array<ArrayBuffer>[] = [];
  let latestBytes = 0;
  let bytes = 0;
  const merge = () => {
    pieces.push(new Blob(latest));
    latest = [];
    latestBytes = 0;
  };
  return {
    write: (chunk) => {
      bytes += chunk.length;
      if (bytes > limitBytes) {
        return Promise.reject(
          new Error(
            t(
              'export.too-large-for-memory',
              'The file is larger than {{limit}}, the most that this browser can hold. Choose a shorter time range, use Chrome or Edge over https, or export on the command line.',
              { limit: formattedBytes(limitBytes) }
            )
          )
        );
      }
      // A copy: a chunk may be a small part of a larger buffer that would be kept with it.
      latest.push(ownBytes(chunk.slice()));
      latestBytes += chunk.length;
      if (latestBytes >= PIECE_BYTES) {
        merge();
      }
      return Promise.resolve();
    },
    commit: () => {
      merge();
      saveBlob(new Blob(pieces), fileName);
      return Promise.resolve();
    },
    abort: () => {
      pieces = [];
      latest = [];
      return Promise.resolve();
    },
  };
}
