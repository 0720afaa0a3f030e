import type { components } from '../../contract/api.gen.js';
import { operation, schemaRef } from '../../contract/operations.js';
import { invalidArgument } from '../../errors.js';
import type { TraceWithSpans } from '../../ingest/rows.js';
import { toSpanRows } from '../../ingest/spanRows.js';
import { toTraceRow, type TraceInput } from '../../ingest/traceRow.js';
import { inContext } from '../../http/inContext.js';
import type { Route } from '../route.js';

type CreateTracesRequest = components['schemas']['CreateTracesRequest'];
type IngestAnswer = components['schemas']['IngestAnswer'];

// Compiled once per object, so they must stay the same objects.
const TRACE_BATCH = schemaRef('TraceBatch');
const TRACE_INPUT = schemaRef('TraceInput');

/** Traces that are turned into rows before other requests get their turn. */
const ROWS_PER_TURN = 200;

function isBatch(body: object): body is components['schemas']['TraceBatch'] {
  return Object.hasOwn(body, 'traces');
}

function toRows(input: TraceInput): TraceWithSpans {
  try {
    const trace = toTraceRow(input);
    return { trace, spans: toSpanRows(input.spans ?? [], trace) };
  } catch (error) {
    // JSON.stringify gives up on a structure that is nested too deeply for the stack.
    if (error instanceof RangeError) throw invalidArgument('input', 'nested less deeply');
    throw error;
  }
}

async function toRowsOfAll(
  inputs: readonly TraceInput[],
  fieldOf: (index: number) => string,
): Promise<TraceWithSpans[]> {
  const rows: TraceWithSpans[] = [];
  for (const [index, input] of inputs.entries()) {
    if (index > 0 && index % ROWS_PER_TURN === 0) await new Promise(setImmediate);
    rows.push(inContext(fieldOf(index), () => toRows(input)));
  }
  return rows;
}

/** `POST /api/v1/traces`: one trace or a batch, all or nothing. */
export const createTracesRoute: Route = (app, { writer }) => {
  const bound = operation('createTraces');
  app.route<{ Body: CreateTracesRequest }>({
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
      const { body } = request;
      const traces = isBatch(body)
        ? await toRowsOfAll(body.traces, (index) => `traces[${index}]`)
        : await toRowsOfAll([body], () => '');
      const counts = await writer.write({ traces, spans: [] });
      void reply.status(201);
      return counts;
    },
  });
};
