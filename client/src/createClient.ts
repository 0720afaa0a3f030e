import { type Call, type ClientOptions, connect } from './call.js';
import type { components } from './contract/api.gen.js';
import { createTraces, type StoredTraces } from './createTraces.js';
import { type ExportDownload, type ExportOptions, type ExportQuery, exportTraces } from './exportTraces.js';
import { listAllTraces, type TraceListQuery } from './listAllTraces.js';
import type { RetryOptions } from './withRetry.js';

type TraceInput = components['schemas']['TraceInput'];
type TraceSummary = components['schemas']['TraceSummary'];

/** A trace server as this program sees it. */
export interface TraceClient {
  readonly baseUrl: URL;
  /** Calls an operation by its path, e.g. `client.get('/api/v1/models')`; one try. */
  readonly get: Call<'get'>;
  readonly post: Call<'post'>;
  readonly put: Call<'put'>;
  readonly delete: Call<'delete'>;
  /** Stores traces, trying again while the server is busy; see `StoredTraces` for those it refuses. */
  createTraces(traces: readonly TraceInput[], retry?: RetryOptions): Promise<StoredTraces>;
  /** All traces that match, page by page: `for await (const trace of client.listAllTraces({ model: ['m'] }))`. */
  listAllTraces(query?: TraceListQuery, retry?: RetryOptions): AsyncGenerator<TraceSummary, void, undefined>;
  /** Everything that matches as one file, which is checked when it has arrived; see `ExportDownload`. */
  exportTraces(query: ExportQuery, options?: ExportOptions): Promise<ExportDownload>;
}

/**
 * A client of the trace server's HTTP API.
 * @throws TypeError when `baseUrl` is no URL.
 */
export function createClient(options: ClientOptions): TraceClient {
  const connection = connect(options);
  return {
    baseUrl: connection.baseUrl,
    get: connection.call('get'),
    post: connection.call('post'),
    put: connection.call('put'),
    delete: connection.call('delete'),
    createTraces: (traces, retry) => createTraces(connection, traces, retry),
    listAllTraces: (query, retry) => listAllTraces(connection, query, retry),
    exportTraces: (query, options) => exportTraces(connection, query, options),
  };
}
