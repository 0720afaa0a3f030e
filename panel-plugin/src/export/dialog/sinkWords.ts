import { t } from '@grafana/i18n';
import { formattedBytes } from '../job/amounts';
import type { SinkKind } from '../sink/chooseSink';
import { MEMORY_LIMIT_BYTES } from '../sink/memoryFile';

/** How the file is saved in this browser, and how large it may be. */
export function sinkWords(kind: SinkKind, freeBytes: number | undefined): string {
  switch (kind) {
    case 'picked':
      return t('export.sink-picked', 'You choose where to save it. The file appears there when all of it has arrived.');
    case 'temporary':
      return freeBytes === undefined
        ? t('export.sink-temporary', 'The browser keeps the file on disk and saves it when all of it has arrived.')
        : t(
            'export.sink-temporary-limit',
            'The browser keeps the file on disk, where it has room for {{limit}}, and saves it when all of it has arrived.',
            { limit: formattedBytes(freeBytes) }
          );
    case 'memory':
      return t(
        'export.sink-memory',
        'Here the browser has to put the file together in memory, so it can have {{limit}} at most. It is saved when all of it has arrived.',
        { limit: formattedBytes(MEMORY_LIMIT_BYTES) }
      );
  }
}
