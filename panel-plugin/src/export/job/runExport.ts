import { AppEvents } from '@grafana/data';
import { t } from '@grafana/i18n';
import { getAppEvents } from '@grafana/runtime';
import { errorStatus, errorWords } from '../../errors/errorWords';
import type { PanelSource } from '../../source/panelSource';
import type { FileSink } from '../sink/fileSink';
import { transferFile } from '../stream/transferFile';
import { formattedRows } from './amounts';
import { cancelExport, exportedRows, openExport, type ExportRequest } from './exportCalls';
import type { ExportEvent, ExportFormat } from './exportJob';
import type { Work } from './exportJobs';

/** How often the trace server is asked how many rows it has written. */
const STATUS_EVERY_MS = 1000;
/** How often people see the number of bytes change. */
const NEWS_EVERY_MS = 250;

/** Everything that an export needs. */
export interface Export {
  source: PanelSource;
  request: ExportRequest & { exportId: string; format: ExportFormat };
  fileName: string;
  sink: FileSink;
}

/** The work of an export: it ends with a whole file under its name, or with none. */
export function runExport({ source, request, fileName, sink }: Export): Work {
  const { exportId } = request;
  return async (tell, signal) => {
    const say = (event: Untimed) => {
      tell({ ...event, at: Date.now() });
    };
    const polling = new AbortController();
    const heard = { begin: false };
    try {
      const end = await transferFile(await openExport(source, request, signal), sink, {
        begun: (rowsTotal) => {
          heard.begin = true;
          say({ kind: 'begun', rowsTotal });
          pollRows(source, exportId, polling.signal, (rows) => {
            say({ kind: 'counted', rows });
          });
        },
        received: atMostEvery(NEWS_EVERY_MS, (bytes) => {
          say({ kind: 'received', bytes });
        }),
      });
      if (signal.aborted) {
        throw new Error();
      }
      say({ kind: 'checking' });
      await sink.commit();
      say({ kind: 'saved', end });
      announce(
        AppEvents.alertSuccess,
        t('export.notified', 'Export saved'),
        savedWords(fileName, end.rows, end.remark)
      );
    } catch (error) {
      await sink.abort();
      if (signal.aborted) {
        if (heard.begin) {
          // It ends with its connection anyway; this only makes it sooner.
          await cancelExport(source, exportId).catch(() => undefined);
        }
        say({ kind: 'cancelled' });
        return;
      }
      const reason = errorWords(error);
      say({ kind: 'failed', reason });
      announce(AppEvents.alertError, t('export.notified-failure', 'Export failed: no file was saved'), reason);
    } finally {
      polling.abort();
    }
  };
}

/** Asks now and then how many rows there are. Numbers that cannot be had are no reason to end the export. */
function pollRows(source: PanelSource, exportId: string, signal: AbortSignal, tell: (rows: number) => void): void {
  const timer = setInterval(() => {
    exportedRows(source, exportId).then(tell, (error: unknown) => {
      if (errorStatus(error) === 404) {
        // Behind a load balancer another trace server is asked, which knows nothing of it.
        clearInterval(timer);
      }
    });
  }, STATUS_EVERY_MS);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
  });
}

type Untimed = ExportEvent extends infer Event ? (Event extends ExportEvent ? Omit<Event, 'at'> : never) : never;

/** `gpt-4o_traces_data.csv, 1,234 rows.` */
function savedWords(fileName: string, rows: number, remark: string | undefined): string {
  const words = t('export.notified-file', '{{fileName}}, {{rows}}.', {
    fileName,
    rows: formattedRows(rows),
    interpolation: { escapeValue: false },
  });
  return remark === undefined ? words : `${words} ${remark}`;
}

function announce(
  kind: typeof AppEvents.alertSuccess | typeof AppEvents.alertError,
  title: string,
  text: string
): void {
  getAppEvents().publish({ type: kind.name, payload: [title, text] });
}

function atMostEvery(pauseMs: number, action: (value: number) => void): (value: number) => void {
  let last = 0;
  return (value) => {
    const now = performance.now();
    if (now - last >= pauseMs) {
      last = now;
      action(value);
    }
  };
}
