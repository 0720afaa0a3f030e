import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import type { TraceDetail } from '../../detail/fetchTrace';
import { formatCost, formatCount, formatDuration, formatTime } from '../../view/formats';
import { fact, known, type Fact } from '../fact';

/** Facts that belong together, under a title of their own. */
interface FactGroup {
  title: string;
  facts: Fact[];
}

/** Start of the request in milliseconds since 1970, or null when the server's time cannot be read. */
export function startTimeMs(trace: TraceDetail): number | null {
  const timeMs = Date.parse(trace.start_time);
  return Number.isNaN(timeMs) ? null : timeMs;
}

/** Hosted models are told apart by deployment version, external ones by connection. */
export function modelNote(trace: TraceDetail): string {
  return trace.model_type === 'external' ? trace.connection : trace.deployment_version;
}

/** What every trace of this kind of model has, known or not. External models have a connection and no deployment. */
export function metadataFacts(trace: TraceDetail, timeZone: TimeZone): Fact[] {
  const isExternal = trace.model_type === 'external';
  const deployment = [
    fact(t('metadata.deployment', 'Deployment name'), trace.deployment, { field: 'deployment' }),
    fact(t('metadata.deployment-version', 'Deployment version'), trace.deployment_version, {
      field: 'deployment_version',
    }),
  ];
  return [
    fact(t('metadata.request-id', 'Request ID'), trace.request_id),
    fact(t('metadata.base-model', 'Base model'), trace.model, { field: 'model' }),
    ...(isExternal
      ? [fact(t('metadata.connection', 'Connection name'), trace.connection, { field: 'connection' })]
      : deployment),
    fact(
      t('metadata.response-time', 'Response time'),
      formatDuration(trace.duration_ms),
      numberCopied(trace.duration_ms)
    ),
    countFact(t('metadata.input-tokens', 'Input tokens'), trace.input_tokens),
    countFact(t('metadata.output-tokens', 'Output tokens'), trace.output_tokens),
    fact(t('metadata.executed-on', 'Executed on'), formatTime(startTimeMs(trace), timeZone, 'millisecond'), {
      copied: trace.start_time,
    }),
    fact(t('metadata.source-type', 'Source type'), trace.source_type, { field: 'source_type' }),
    fact(t('metadata.source', 'Source'), trace.source, { field: 'source' }),
    fact(t('metadata.user-id', 'User ID'), trace.user_id, { field: 'user_id' }),
  ];
}

/** What this trace has besides, in groups; groups without a known fact are left out. */
export function furtherFacts(trace: TraceDetail): FactGroup[] {
  return [
    { title: t('metadata.group-answer', 'Model and answer'), facts: answerFacts(trace) },
    { title: t('metadata.group-cost', 'Tokens and cost'), facts: costFacts(trace) },
    { title: t('metadata.group-ids', 'Identifiers'), facts: idFacts(trace) },
  ]
    .map(({ title, facts }) => ({ title, facts: known(facts) }))
    .filter(({ facts }) => facts.length > 0);
}

function answerFacts(trace: TraceDetail): Fact[] {
  return [
    fact(t('metadata.provider', 'Provider'), trace.provider, { field: 'provider' }),
    fact(t('metadata.response-model', 'Model snapshot'), trace.response_model, { field: 'response_model' }),
    fact(t('metadata.operation', 'Operation'), trace.operation, { field: 'operation' }),
    fact(t('metadata.finish-reason', 'Finish reason'), trace.finish_reason, { field: 'finish_reason' }),
    fact(t('metadata.streamed', 'Streamed'), trace.streamed ? t('metadata.yes', 'Yes') : t('metadata.no', 'No')),
    fact(t('metadata.cache-status', 'Cache status'), trace.cache_status, { field: 'cache_status' }),
    fact(t('metadata.gateway', 'Gateway'), trace.gateway, { field: 'gateway' }),
  ];
}

function costFacts(trace: TraceDetail): Fact[] {
  return [
    fact(t('metadata.cost', 'Cost'), formatCost(trace.cost_usd), numberCopied(trace.cost_usd)),
    fact(t('metadata.cost-source', 'Cost is from'), costSource(trace)),
    countFact(t('metadata.credits', 'Credits'), trace.credits),
    countFact(t('metadata.cached-input-tokens', 'Cached input tokens'), trace.cached_input_tokens),
    countFact(t('metadata.cache-write-tokens', 'Cache write tokens'), trace.cache_write_tokens),
    countFact(t('metadata.reasoning-tokens', 'Reasoning tokens'), trace.reasoning_tokens),
  ];
}

function costSource({ cost_source: source, price_id: price, price_version: version }: TraceDetail): string {
  if (source === 'sent') {
    return t('metadata.cost-sent', 'the sender');
  }
  return source === 'priced'
    ? t('metadata.cost-priced', 'price {{price}}, version {{version}}', {
        price,
        version,
        interpolation: { escapeValue: false },
      })
    : '';
}

function idFacts(trace: TraceDetail): Fact[] {
  return [
    fact(t('metadata.trace-id', 'Trace ID'), trace.trace_id, { field: 'trace_id' }),
    fact(t('metadata.span-id', 'Span ID'), trace.span_id),
    fact(t('metadata.response-id', 'Response ID'), trace.response_id),
    fact(t('metadata.conversation-id', 'Conversation ID'), trace.conversation_id, { field: 'conversation_id' }),
  ];
}

function countFact(label: string, count: number | null | undefined): Fact {
  return fact(label, formatCount(count), numberCopied(count));
}

function numberCopied(number: number | null | undefined): Pick<Fact, 'copied'> {
  return typeof number === 'number' ? { copied: `${number}` } : {};
}
