import type { components } from '../../contract/api.gen.js';
import { LIMITS } from '../../contract/constants.gen.js';
import { microsToEngineTime } from '../../ingest/engineTime.js';
import type { PayloadJson } from '../../ingest/traceRow.js';
import { listOf, objectOf, textOf } from '../../payload/json.js';
import type { Content, ContentSource } from '../dialects/dialect.js';
import { DIALECTS } from '../dialects/dialects.js';
import type { OtlpSpan } from '../message/readSpan.js';
import { firstTokenMs } from './firstToken.js';
import { FieldReader, type Provenance, writtenOut } from './lookup.js';
import { modelOperation } from './operation.js';
import { outcomeOf } from './outcome.js';
import { parametersOf } from './parameters.js';
import { providerName } from './provider.js';
import { tagsOf } from './tags.js';
import { usageOf, type UsageFinding } from './usage.js';
import { withEventAttributes } from './withEventAttributes.js';

type TraceInput = components['schemas']['TraceInput'];

/** A span as a trace. */
export interface MappedTrace {
  trace: TraceInput;
  /** Contents as JSON text, where the sender gave them so. */
  payloads: PayloadJson;
  /** Which attribute each field came from. */
  from: Provenance;
  findings: UsageFinding[];
}

const MODEL_TYPES = ['fine-tuned', 'open-source', 'external'] as const;
const UNNAMED_MODEL = 'unknown';
const MODEL = new RegExp(LIMITS.TraceInput.model.pattern, 'u');
const REQUEST_ID = new RegExp(LIMITS.TraceInput.request_id.pattern, 'u');
const INPUTS = DIALECTS.flatMap(({ inputs }) => inputs);
const OUTPUTS = DIALECTS.flatMap(({ outputs }) => outputs);

const TEXT_FIELDS = [
  'model',
  'response_model',
  'response_id',
  'conversation_id',
  'user_id',
  'deployment',
  'deployment_version',
  'connection',
  'gateway',
  'cache_status',
] as const;

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

function textFields(reader: FieldReader) {
  const fields = {} as Record<(typeof TEXT_FIELDS)[number], string>;
  for (const field of TEXT_FIELDS) fields[field] = cut(field, reader.text(field));
  return fields;
}

function firstContent(span: OtlpSpan, sources: readonly ContentSource[]): Content | undefined {
  for (const source of sources) {
    const found = source(span);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sourceFields(reader: FieldReader, { resource }: OtlpSpan) {
  const source = reader.text('source') || writtenOut(resource.get('service.name'));
  return {
    source_type: cut('source_type', reader.text('source_type') || 'OpenTelemetry'),
    source: cut('source', source),
  };
}

function workflowOf(reader: FieldReader): Pick<TraceInput, 'workflow'> {
  const name = reader.text('workflow_name');
  const runId = reader.text('workflow_run_id');
  return name === '' && runId === ''
    ? {}
    : { workflow: { name, run_id: runId, node_id: reader.text('workflow_node_id') } };
}

function finishReason(reader: FieldReader, output: Content | undefined): string {
  return reader.text('finish_reason') || textOf(objectOf(listOf(output?.value)[0])['finish_reason']);
}

function contentsOf(span: OtlpSpan, reader: FieldReader) {
  const input = firstContent(span, INPUTS);
  const output = firstContent(span, OUTPUTS);
  if (input) reader.from['input'] = input.from;
  if (output) reader.from['output'] = output.from;
  return { input, output };
}

/**
 * A span as a trace, when it is one model request in one of the dialects (see `dialects/`); undefined for every other
 * span. Fields longer than the contract takes are cut.
 */
export function spanToTrace(sent: OtlpSpan): MappedTrace | undefined {
  const span = withEventAttributes(sent);
  const operation = modelOperation(span.attributes);
  if (operation === undefined) return undefined;
  const reader = new FieldReader(span.attributes);
  const fields = textFields(reader);
  const ttftMs = firstTokenMs(span, reader);
  const { input, output } = contentsOf(span, reader);
  const modelType = MODEL_TYPES.find((type) => type === span.attributes.get('modeltrace.model_type'));
  const usage = usageOf(span, reader);
  // Assigned to one object: a literal of spreads with this many fields is many times slower in V8.
  const trace: TraceInput = Object.assign(
    Object.assign(fields, usage.counts, sourceFields(reader, span), workflowOf(reader)),
    outcomeOf(span, reader),
    modelType === undefined ? {} : { model_type: modelType },
    {
      request_id: requestIdOf(span),
      model: [fields.model, fields.response_model].find((name) => MODEL.test(name)) ?? UNNAMED_MODEL,
      provider: cut('provider', providerName(reader.text('provider'))),
      operation,
      start_time: `${microsToEngineTime(span.startMicros).replace(' ', 'T')}Z`,
      duration_ms: span.durationMs,
      input: input?.value,
      output: output?.value,
      cost_usd: reader.amount('cost_usd', LIMITS.TraceInput.cost_usd.max),
      credits: reader.amount('credits', LIMITS.TraceInput.credits.max),
      finish_reason: cut('finish_reason', finishReason(reader, output)),
      streamed: reader.value('streamed') === true || ttftMs !== null,
      timing: { ttft_ms: ttftMs },
      parameters: parametersOf(span.attributes) as NonNullable<TraceInput['parameters']>,
      tags: tagsOf(span),
      trace_id: span.traceId,
      span_id: span.spanId,
    },
  );
  return { trace, payloads: { input: input?.json, output: output?.json }, from: reader.from, findings: usage.findings };
}
