import { operation } from '../contract/operations.js';
import type { Route } from '../features/route.js';
import { toTraceRow } from '../ingest/traceRow.js';
import type { IngestBatch } from '../ingest/rows.js';
import { spanToTraceInput } from './genai/toTraceInput.js';
import { readRequest, type ReadRequest } from './message/readRequest.js';
import type { OtlpSpan } from './message/readSpan.js';
import { otlpAnswer } from './partialSuccess.js';
import { decodeRequest, encodeResponse } from './protobuf.js';
import { toSpanRow } from './spanRow.js';

const PROTOBUF = 'application/x-protobuf';

/** Spans that are turned into rows before other requests get their turn. */
const SPANS_PER_TURN = 500;

/** The rows of the spans: every span, and a trace of each that is a model request. */
async function toBatch(spans: readonly OtlpSpan[]): Promise<IngestBatch> {
  const batch: IngestBatch = { traces: [], spans: [] };
  for (const [index, span] of spans.entries()) {
    if (index > 0 && index % SPANS_PER_TURN === 0) {
      await new Promise(setImmediate);
    }
    batch.spans.push(toSpanRow(span));
    const input = spanToTraceInput(span);
    if (input !== undefined) {
      batch.traces.push({ trace: toTraceRow(input), spans: [] });
    }
  }
  return batch;
}

/** A request none of whose spans can be read is refused as a whole, with the path of the first fault. */
function requireSome({ spans, rejected }: ReadRequest): void {
  const [first] = rejected;
  if (spans.length === 0 && first !== undefined) {
    throw first;
  }
}

/** `POST /v1/traces`: OTLP/HTTP in protobuf or JSON, answered in the encoding of the request. */
export const otlpRoutes: Route = (app, { writer }) => {
  // In a scope of its own: no other operation takes protobuf.
  void app.register((scope, _options, registered) => {
    scope.addContentTypeParser(PROTOBUF, { parseAs: 'buffer' }, (_request, body, done) => {
      done(null, body);
    });
    scope.route<{ Body: unknown }>({
      ...operation('ingestOtlpTraces'),
      schema: {},
      handler: async (request, reply) => {
        const isProtobuf = Buffer.isBuffer(request.body);
        const read = readRequest(isProtobuf ? decodeRequest(request.body as Buffer) : request.body);
        requireSome(read);
        await writer.write(await toBatch(read.spans));
        const answer = otlpAnswer(read.rejected);
        return isProtobuf ? reply.type(PROTOBUF).send(encodeResponse(answer)) : answer;
      },
    });
    registered();
  });
};
