import type { CodedError } from '../errors.js';
import type { Observation } from '../ingest/ingestReport.js';
import type { EncodedSpan, EncodedTrace, RowEncoder } from '../ingest/encodedRows.js';
import { toTraceRow } from '../ingest/traceRow.js';
import { inTurns } from '../ingest/turns.js';
import { textOf } from '../payload/json.js';
import { dialectOf } from './mapping/dialectOf.js';
import { spanToTrace } from './mapping/spanToTrace.js';
import { unmappedNames } from './mapping/unmapped.js';
import { readRequest } from './message/readRequest.js';
import type { OtlpSpan } from './message/readSpan.js';
import { callOf, type Call, type PlacedCall } from './sameCalls.js';
import { toSpanRow } from './spanRow.js';

interface ReadSpan {
  id: string;
  parentId: string;
  row: EncodedSpan;
  observation: Omit<Observation, 'isDuplicate'>;
  request?: { row: EncodedTrace; call: Call };
}

/** A request's spans as rows for the engine, and what was wrong with the spans that could not be read. */
export interface OtlpBatch {
  spans: ReadSpan[];
  rejected: CodedError[];
  rejectedServices: string[];
}

/** Spans around a call that are looked at for one that repeats it. */
const MOST_ANCESTORS = 8;

function toReadSpan(span: OtlpSpan, encode: RowEncoder): ReadSpan {
  const mapped = spanToTrace(span);
  return {
    id: `${span.traceId}-${span.spanId}`,
    parentId: span.parentSpanId === '' ? '' : `${span.traceId}-${span.parentSpanId}`,
    row: encode.span(toSpanRow(span)),
    observation: {
      dialect: dialectOf(span),
      service: textOf(span.resource.get('service.name')),
      isRequest: mapped !== undefined,
      startMs: Number(span.startMicros / 1000n),
      unmapped: unmappedNames(span.attributes),
      findings: mapped?.findings ?? [],
    },
    ...(mapped && { request: { row: encode.trace(toTraceRow(mapped.trace, mapped.payloads)), call: callOf(mapped) } }),
  };
}

/**
 * Reads a request, in turns with other requests.
 * @param body OTLP's ExportTraceServiceRequest as `readRequest` takes it.
 * @param encode What the rows are made into bytes with.
 * @throws INVALID_ARGUMENT for a fault around the spans.
 */
export async function readBatch(body: unknown, encode: RowEncoder): Promise<OtlpBatch> {
  const batch: OtlpBatch = { spans: [], rejected: [], rejectedServices: [] };
  await inTurns(readRequest(body), (result) => {
    if ('span' in result) {
      batch.spans.push(toReadSpan(result.span, encode));
    } else {
      batch.rejected.push(result.rejected);
      batch.rejectedServices.push(result.service);
    }
  });
  return batch;
}

/** The model requests of a batch with the spans around them, as far as they are in the batch. */
export function placedCalls(spans: readonly ReadSpan[]): PlacedCall[] {
  const parents = new Map(spans.map(({ id, parentId }) => [id, parentId]));
  return spans.flatMap(({ id, parentId, request }) => {
    if (!request) return [];
    const ancestors: string[] = [];
    for (let at = parentId; at !== '' && ancestors.length < MOST_ANCESTORS; at = parents.get(at) ?? '')
      ancestors.push(at);
    return [{ id, ancestors, call: request.call }];
  });
}
