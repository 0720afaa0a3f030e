import type { components } from '../contract/api.gen.js';
import type { SpanRow, TraceRow } from '../ingest/rows.js';
import { listOf, objectOf, textOf } from '../payload/json.js';
import { FieldReader, type Provenance } from './mapping/lookup.js';
import { spanToTrace } from './mapping/spanToTrace.js';

type WorkflowContext = components['schemas']['WorkflowContext'];
type TraceIds = Pick<TraceRow, 'request_id' | 'span_id'>;

/** Attributes larger than this are not read again: what they would tell is not worth holding everybody up. */
const MOST_CHARACTERS = 1_000_000;
/** Spans above a request that are asked for their workflow. */
const MOST_ANCESTORS = 50;
const LONGEST_TEXT = 200;

function attributesOf(span: SpanRow): ReadonlyMap<string, unknown> {
  const json = span.attributes_json;
  return new Map(json.length > MOST_CHARACTERS ? [] : Object.entries(objectOf(JSON.parse(json))));
}

/**
 * From which attribute each field of a request came: the mapping is done again on the span that is stored whole, so this
 * also tells how a span of long ago is read now. Empty for requests that no span was the source of.
 */
export function provenanceOf(
  { request_id: requestId, span_id: spanId }: TraceIds,
  spans: readonly SpanRow[],
): Provenance {
  const own = spans.find((span) => span.span_id === spanId);
  if (own === undefined || own.events_json.length > MOST_CHARACTERS) return {};
  const mapped = spanToTrace({
    traceId: own.trace_id,
    spanId,
    parentSpanId: own.parent_span_id,
    name: own.name,
    kind: own.kind,
    startMicros: 0n,
    durationMs: own.duration_ms,
    attributes: attributesOf(own),
    events: listOf(JSON.parse(own.events_json)).map((event) => ({
      name: textOf(objectOf(event)['name']),
      timeMicros: 0n,
      attributes: new Map(Object.entries(objectOf(objectOf(event)['attributes']))),
    })),
    statusCode: own.status_code === 'error' ? 'error' : 'unset',
    statusMessage: own.status_message,
    resource: new Map(),
    scope: '',
  });
  return mapped?.trace.request_id === requestId ? mapped.from : {};
}

/**
 * The workflow or agent around a request whose own span names none: that of the nearest span above it. Found when the
 * trace is opened, so it does not matter in which order its spans came.
 */
export function workflowAround({ span_id: spanId }: TraceIds, spans: readonly SpanRow[]): WorkflowContext | null {
  const byId = new Map(spans.map((span) => [span.span_id, span]));
  let at = byId.get(byId.get(spanId)?.parent_span_id ?? '');
  let nodeId = '';
  for (let steps = 0; at !== undefined && steps < MOST_ANCESTORS; steps += 1) {
    const attributes = attributesOf(at);
    const reader = new FieldReader(attributes);
    nodeId ||= reader.text('workflow_node_id');
    const name = reader.text('workflow_name') || textOf(attributes.get('gen_ai.agent.name'));
    if (name !== '') {
      return {
        name: name.slice(0, LONGEST_TEXT),
        run_id: reader.text('workflow_run_id').slice(0, LONGEST_TEXT),
        node_id: nodeId.slice(0, LONGEST_TEXT),
      };
    }
    at = byId.get(at.parent_span_id);
  }
  return null;
}
