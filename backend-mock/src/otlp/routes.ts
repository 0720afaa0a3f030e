import { operation } from '../contract/operations.js';
import type { Route } from '../features/route.js';
import type { IngestReport } from '../ingest/ingestReport.js';
import type { IngestCounts } from '../ingest/rows.js';
import { otlpAnswer } from './partialSuccess.js';
import { decodeRequest, encodeResponse, encodeStatus } from './protobuf.js';
import { type OtlpBatch, placedCalls, readBatch } from './readBatch.js';
import { SameCalls } from './sameCalls.js';

const PROTOBUF = 'application/x-protobuf';

/** Counts the spans that could not be read; a request none of whose spans can be read is refused as a whole. */
function reportRejected({ spans, rejected, rejectedServices }: OtlpBatch, report: IngestReport): void {
  rejected.forEach((error, index) => {
    report.rejected('otlp', rejectedServices[index] ?? '', error.field ?? 'body');
  });
  const [first] = rejected;
  if (spans.length === 0 && first !== undefined) throw first;
}

/** `POST /v1/traces`: OTLP/HTTP in protobuf or JSON, answered in the encoding of the request. */
export const otlpRoutes: Route = (app, { writer, report }) => {
  const sameCalls = new SameCalls();

  async function store(batch: OtlpBatch): Promise<IngestCounts> {
    const calls = placedCalls(batch.spans);
    const repeated = sameCalls.repeated(calls);
    const requests = batch.spans.flatMap(({ id, request }) =>
      request && !repeated.has(id) ? [{ id, row: request.row }] : [],
    );
    const counts = await writer.writeEncoded({
      traces: requests.map(({ row }) => row),
      spans: batch.spans.map(({ row }) => row),
    });
    const duplicates = new Set(requests.filter((_, index) => counts.areDuplicates[index]).map(({ id }) => id));
    sameCalls.remember(calls.filter(({ id }) => !repeated.has(id)));
    report.stored(
      batch.spans.map(({ id, observation }) =>
        repeated.has(id)
          ? {
              ...observation,
              isRequest: false,
              isDuplicate: false,
              findings: [...observation.findings, 'same_call_twice'],
            }
          : { ...observation, isDuplicate: duplicates.has(id) },
      ),
    );
    return counts;
  }

  // In a scope of its own: no other operation takes or answers protobuf.
  void app.register((scope, _options, registered) => {
    scope.addContentTypeParser(PROTOBUF, { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    // OTLP wants errors as google.rpc.Status in the encoding of the request.
    scope.addHook('onSend', (request, reply, payload, done) => {
      const isError = reply.statusCode >= 400 && typeof payload === 'string';
      if (!isError || !request.headers['content-type']?.startsWith(PROTOBUF)) {
        done(null, payload);
        return;
      }
      void reply.type(PROTOBUF).removeHeader('content-length');
      done(null, encodeStatus(payload));
    });
    scope.route<{ Body: unknown }>({
      ...operation('ingestOtlpTraces'),
      schema: {},
      handler: async (request, reply) => {
        const isProtobuf = Buffer.isBuffer(request.body);
        const body = isProtobuf ? decodeRequest(request.body as Buffer) : request.body;
        const batch = await readBatch(body, await writer.encoder());
        reportRejected(batch, report);
        const { accepted, duplicates } = await store(batch);
        request.countIngest({ accepted, duplicates, rejected: batch.rejected.length, spans: batch.spans.length });
        const answer = otlpAnswer(batch.rejected);
        return isProtobuf ? reply.type(PROTOBUF).send(encodeResponse(answer)) : answer;
      },
    });
    registered();
  });
};
