export type { Call, ClientOptions } from './call.js';
export type { components, operations, paths } from './contract/api.gen.js';
export { createClient, type TraceClient } from './createClient.js';
export type { StoredTraces } from './createTraces.js';
export type { ExportDownload, ExportOptions, ExportQuery, ExportState, Sha256 } from './exportTraces.js';
export type { TraceListQuery } from './listAllTraces.js';
export { TraceServerError, type TraceServerErrorCode } from './traceServerError.js';
export { type RetryOptions, withRetry } from './withRetry.js';
