import type { FastifyReply } from 'fastify';
import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import { CodedError } from '../../errors.js';
import type { Route } from '../route.js';
import { type SelectionQuery, selectionOfQuery } from '../selection/selectionQuery.js';
import { selectionCondition, selectionNode } from '../selection/selectionSql.js';
import type { ExportColumn } from './columnsSql.js';
import type { Export, ExportRun } from './exportRun.js';
import { ExportRuns } from './exportRuns.js';
import { contentDisposition, exportFileName } from './fileName.js';
import { onlyModel } from './onlyModel.js';
import { countQuery, ENGINE_FORMATS, type ExportFormat, exportQuery } from './sql.js';

const MEDIA_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  'finetuning-jsonl': 'application/jsonl; charset=utf-8',
};

type ExportRequest = SelectionQuery & { format: ExportFormat; columns?: ExportColumn[]; export_id?: string };

/** Ends an export whose caller closes the connection before the last byte is handed over. */
function endWithCall(reply: FastifyReply, run: ExportRun): void {
  let isSent = false;
  reply.raw.once('finish', () => {
    isSent = true;
  });
  reply.raw.once('close', () => {
    if (!isSent) run.breakOff();
  });
  // It may have been closed before there was a run to end.
  if (reply.raw.closed) run.breakOff();
}

/** `GET /api/v1/export` and its plan, and following and cancelling one by its id. */
export const exportRoutes: Route = (app, { store, knownModels, exportStallMs }) => {
  const runs = new ExportRuns();
  app.addHook('preClose', () => {
    runs.endAll();
  });

  app.route<{ Querystring: ExportRequest }>({
    ...operation('exportTraces'),
    // Asking for the headers alone would make the whole file.
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const { format, columns, export_id: id } = request.query;
      const selection = selectionOfQuery(request.query);
      const condition = selectionCondition(selection);
      const query = exportQuery(format, condition, columns);
      await knownModels.check(selection.filters?.model, 'model');
      const run = runs.begin(format, exportFileName(format, onlyModel(selectionNode(selection))), id);
      endWithCall(reply, run);
      try {
        const [count] = await store.rows<{ rows: number }>(countQuery(condition), run.signal);
        run.rowsTotal = count?.rows ?? 0;
        const bytes = await store.stream(query, ENGINE_FORMATS[format], run.signal);
        const file = run.follow(bytes, exportStallMs, () => {
          const { rows, sha256 } = run.proof;
          reply.raw.addTrailers({ 'Modeltrace-Rows': rows, 'Modeltrace-Sha256': sha256 });
        });
        return await reply
          .headers({
            'Content-Type': MEDIA_TYPES[format],
            'Content-Disposition': contentDisposition(run.fileName),
            'Cache-Control': 'no-store',
            'Modeltrace-Export-Id': run.id,
            'Modeltrace-Total-Rows': String(run.rowsTotal),
            // The framework's own trailers are announced without commas, against RFC 9110, 6.6.2.
            Trailer: 'Modeltrace-Rows, Modeltrace-Sha256',
            'Transfer-Encoding': 'chunked',
          })
          .send(file);
      } catch (error) {
        const wasCancelled = run.state === 'cancelled';
        run.end('failed');
        throw wasCancelled ? new CodedError('CONFLICT', 'The export was cancelled.', { field: 'export_id' }) : error;
      }
    },
  });

  app.route<{ Querystring: SelectionQuery & { format: ExportFormat } }>({
    ...operation('planExport'),
    handler: async (request, reply): Promise<components['schemas']['ExportOutline']> => {
      const selection = selectionOfQuery(request.query);
      const condition = selectionCondition(selection);
      await knownModels.check(selection.filters?.model, 'model');
      const left = new AbortController();
      reply.raw.once('close', () => {
        left.abort();
      });
      const [count] = await store.rows<{ rows: number }>(countQuery(condition), left.signal);
      return {
        rows: count?.rows ?? 0,
        file_name: exportFileName(request.query.format, onlyModel(selectionNode(selection))),
      };
    },
  });

  app.route<{ Params: { export_id: string } }>({
    ...operation('getExport'),
    handler: (request): Export => runs.find(request.params.export_id).toAnswer(),
  });

  app.route<{ Params: { export_id: string } }>({
    ...operation('cancelExport'),
    handler: (request): Export => {
      const run = runs.find(request.params.export_id);
      run.end('cancelled');
      return run.toAnswer();
    },
  });
};
