import type { components } from '../../contract/api.gen.js';
import { LIMITS } from '../../contract/constants.gen.js';
import { microsToEngineTime } from '../../ingest/engineTime.js';
import { textOf } from '../../payload/json.js';
import type { OtlpSpan } from '../message/readSpan.js';
import {
  AMOUNT_ATTRIBUTES,
  FINISH_ATTRIBUTES,
  FIRST_TOKEN_ATTRIBUTES,
  PROVIDER_ATTRIBUTES,
  RENAMED_PROVIDERS,
  STREAM_ATTRIBUTES,
  TEXT_ATTRIBUTES,
} from './attributeNames.js';
import { finishReasonOf, inputOf, outputOf } from './contents.js';
import { firstAmount, firstValue, writtenOut } from './lookup.js';
import { modelOperation } from './operation.js';
import { outcomeOf } from './outcome.js';
import { parametersOf } from './parameters.js';
import { usageOf } from './usage.js';

type TraceInput = components['schemas']['TraceInput'];

const MODEL_TYPES = ['fine-tuned', 'open-source', 'external'] as const;
const TAG_PREFIX = 'modeltrace.tags.';
const UNNAMED_MODEL = 'unknown';

const MODEL = new RegExp(LIMITS.TraceInput.model.pattern, 'u');
const REQUEST_ID = new RegExp(LIMITS.TraceInput.request_id.pattern, 'u');

type LimitedField = {
  [Field in keyof typeof LIMITS.TraceInput]: (typeof LIMITS.TraceInput)[Field] extends { maxLength: number }
    ? Field
    : never;
}[keyof typeof LIMITS.TraceInput];

/** OTLP has no limits of its own: what is longer than a trace's field takes is cut, never a reason to lose the trace. */
function cut(field: LimitedField, text: string): string {
  return text.slice(0, LIMITS.TraceInput[field].maxLength);
}

/** The sender's own id, where it is one that a trace can be opened by. */
function requestIdOf({ attributes, traceId, spanId }: OtlpSpan): string {
  const said = cut('request_id', textOf(attributes.get('modeltrace.request_id')));
  return REQUEST_ID.test(said) ? said : `${traceId}-${spanId}`;
}

function textFields(span: OtlpSpan) {
  const fields = Object.entries(TEXT_ATTRIBUTES) as [keyof typeof TEXT_ATTRIBUTES, readonly string[]][];
  return Object.fromEntries(
    fields.map(([field, names]) => [field, cut(field, writtenOut(firstValue(span.attributes, names)))]),
  ) as Record<keyof typeof TEXT_ATTRIBUTES, string>;
}

function provider({ attributes }: OtlpSpan): string {
  const said = writtenOut(firstValue(attributes, PROVIDER_ATTRIBUTES)).toLowerCase();
  return cut('provider', RENAMED_PROVIDERS.get(said) ?? said);
}

function firstTokenMs({ attributes }: OtlpSpan): number | null {
  const times = FIRST_TOKEN_ATTRIBUTES.map(([name, milliseconds]) => {
    const time = firstAmount(attributes, [name], Number.MAX_VALUE / 1000);
    return time === null ? null : time * milliseconds;
  });
  return times.find((time) => time !== null) ?? null;
}

function sourceFields({ attributes, resource }: OtlpSpan) {
  const sourceType = writtenOut(attributes.get('modeltrace.source_type'));
  const source = firstValue(attributes, ['modeltrace.source']) ?? resource.get('service.name');
  return { source_type: cut('source_type', sourceType || 'OpenTelemetry'), source: cut('source', writtenOut(source)) };
}

function tagsOf({ attributes, resource }: OtlpSpan): Record<string, string> {
  const environment = firstValue(resource, ['deployment.environment.name', 'deployment.environment']);
  const own = [...attributes]
    .filter(([name]) => name.startsWith(TAG_PREFIX))
    .map(([name, value]): [string, string] => [name.slice(TAG_PREFIX.length), writtenOut(value)]);
  return { ...(environment === undefined ? {} : { environment: writtenOut(environment) }), ...Object.fromEntries(own) };
}

function workflowOf({ attributes }: OtlpSpan): Pick<TraceInput, 'workflow'> {
  const name = writtenOut(
    firstValue(attributes, ['modeltrace.workflow.name', 'gen_ai.workflow.name', 'traceloop.workflow.name']),
  );
  const runId = writtenOut(attributes.get('modeltrace.workflow.run_id'));
  const nodeId = writtenOut(attributes.get('modeltrace.workflow.node_id'));
  return name === '' && runId === '' ? {} : { workflow: { name, run_id: runId, node_id: nodeId } };
}

/**
 * A span as a trace, when it is one model request by OpenTelemetry's GenAI conventions (1.36 to the newest) or one of
 * the dialects of attributeNames.ts; undefined for every other span.
 */
export function spanToTraceInput(span: OtlpSpan): TraceInput | undefined {
  const operation = modelOperation(span.attributes);
  if (operation === undefined) {
    return undefined;
  }
  const fields = textFields(span);
  const ttftMs = firstTokenMs(span);
  const output = outputOf(span);
  const modelType = MODEL_TYPES.find((type) => type === span.attributes.get('modeltrace.model_type'));
  const finishReason = writtenOut(firstValue(span.attributes, FINISH_ATTRIBUTES));
  return {
    ...fields,
    request_id: requestIdOf(span),
    model: [fields.model, fields.response_model].find((name) => MODEL.test(name)) ?? UNNAMED_MODEL,
    ...(modelType === undefined ? {} : { model_type: modelType }),
    provider: provider(span),
    operation,
    start_time: `${microsToEngineTime(span.startMicros).replace(' ', 'T')}Z`,
    duration_ms: span.durationMs,
    ...outcomeOf(span),
    input: inputOf(span),
    output,
    ...usageOf(span.attributes),
    cost_usd: firstAmount(span.attributes, AMOUNT_ATTRIBUTES.cost_usd, LIMITS.TraceInput.cost_usd.max),
    credits: firstAmount(span.attributes, AMOUNT_ATTRIBUTES.credits, LIMITS.TraceInput.credits.max),
    finish_reason: cut('finish_reason', finishReason || finishReasonOf(span, output)),
    streamed: firstValue(span.attributes, STREAM_ATTRIBUTES) === true || ttftMs !== null,
    timing: { ttft_ms: ttftMs },
    parameters: parametersOf(span.attributes) as TraceInput['parameters'],
    tags: tagsOf(span),
    ...sourceFields(span),
    ...workflowOf(span),
    trace_id: span.traceId,
    span_id: span.spanId,
  };
}
