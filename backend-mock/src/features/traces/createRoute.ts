import type { FastifyRequest } from 'fastify';
import type { components } from '../../contract/api.gen.js';
import { operation, schemaRef } from '../../contract/operations.js';
import { CodedError, invalidArgument } from '../../errors.js';
import { parseJsonBody } from '../../http/bodies.js';
import { asCodedError } from '../../http/errorAnswers.js';
import { inContext } from '../../http/inContext.js';
import type { Observation } from '../../ingest/ingestReport.js';
import { payloadTexts } from '../../ingest/payloadText.js';
import type { TraceWithSpans } from '../../ingest/rows.js';
import { toSpanRows } from '../../ingest/spanRows.js';
import { type PayloadJson, toTraceRow, type TraceInput } from '../../ingest/traceRow.js';
import { inTurns } from '../../ingest/turns.js';
import type { Route } from '../route.js';

type CreateTracesRequest = components['schemas']['CreateTracesRequest'];
type IngestAnswer = components['schemas']['IngestAnswer'];

// Compiled once per object, so they must stay the same objects.
const TRACE_BATCH = schemaRef('TraceBatch');
const TRACE_INPUT = schemaRef('TraceInput');

/** The name of the plain API in the ingest report. */
const DIALECT = 'json';

/** Texts of bodies that are being answered: payloads are stored as they were sent. */
const texts = new WeakMap<FastifyRequest, string>();

function isBatch(body: object): body is components['schemas']['TraceBatch'] {
  return Object.hasOwn(body, 'traces');
}

function toRows(input: TraceInput, sent: PayloadJson): TraceWithSpans {
  try {
    const trace = toTraceRow(input, sent);
    return { trace, spans: toSpanRows(input.spans ?? [], trace) };
  } catch (error) {
    // JSON.stringify gives up on a structure that is nested too deeply for the stack.
    if (error instanceof RangeError) throw invalidArgument('input', 'nested less deeply');
    throw error;
  }
}

async function toRowsOfAll(body: CreateTracesRequest, text: string): Promise<TraceWithSpans[]> {
  const inputs = isBatch(body) ? body.traces : [body];
  const sent = payloadTexts(text, isBatch(body));
  const rows: TraceWithSpans[] = [];
  await inTurns(inputs, (input, index) => {
    const field = isBatch(body) ? `traces[${index}]` : '';
    rows.push(inContext(field, () => toRows(input, sent[index] ?? {})));
  });
  return rows;
}

function observationOf({ trace }: TraceWithSpans, isDuplicate: boolean): Observation {
  const startMs = Date.parse(`${trace.start_time.replace(' ', 'T')}Z`);
  return { dialect: DIALECT, service: trace.source, isRequest: true, isDuplicate, startMs, unmapped: [], findings: [] };
}

/** `POST /api/v1/traces`: one trace or a batch, all or nothing. */
export const createTracesRoute: Route = (app, { writer, report }) => {
  const bound = operation('createTraces');
  // In a scope of its own: only here the text of a body is kept beside what it says.
  void app.register((scope, _options, registered) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
      parseJsonBody(body as Buffer, (error, value, text) => {
        if (text !== undefined) texts.set(request, text);
        done(error, value);
      });
    });
    scope.addHook('onError', (_request, _reply, error, done) => {
      const coded = error instanceof CodedError ? error : asCodedError(error);
      if (coded.code === 'INVALID_ARGUMENT') report.rejected(DIALECT, '', coded.field ?? 'body');
      done();
    });
    scope.route<{ Body: CreateTracesRequest }>({
      ...bound,
      // Not the contract's oneOf: its errors would speak of both forms instead of the field at fault.
      schema: { ...bound.schema, body: { type: 'object' } },
      preHandler: (request, _reply, done) => {
        const validate = request.compileValidationSchema(isBatch(request.body) ? TRACE_BATCH : TRACE_INPUT);
        validate(request.body);
        const [first] = validate.errors ?? [];
        done(first && Object.assign(new Error('invalid'), { validation: [first] }));
      },
      handler: async (request, reply): Promise<IngestAnswer> => {
        const traces = await toRowsOfAll(request.body, texts.get(request) ?? '{}');
        const { accepted, duplicates, areDuplicates } = await writer.write({ traces, spans: [] });
        request.countIngest({ accepted, duplicates, rejected: 0, spans: 0 });
        report.stored(traces.map((trace, index) => observationOf(trace, areDuplicates[index] === true)));
        void reply.status(201);
        return { accepted, duplicates };
      },
    });
    registered();
  });
};
