import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import type { TraceDetail } from '../../detail/fetchTrace';
import { valueText } from '../../drawer/fact';
import { startTimeMs } from '../../drawer/metadata/metadataFacts';
import { formatCost, formatCount, formatDuration, formatTime } from '../../view/formats';
import { numberChange, type NumberChange, type Preference } from './numberChange';

/** The same fact of two traces. */
export interface ComparedFact {
  label: string;
  /** Empty where it is not known. */
  left: string;
  right: string;
  isDifferent: boolean;
  /** Of numbers that are known on both sides. */
  change?: NumberChange;
}

export interface ComparedTraces {
  left: TraceDetail;
  right: TraceDetail;
}

/** How it ended and how long it took. */
export function outcomeFacts({ left, right }: ComparedTraces): ComparedFact[] {
  const duration = (label: string, of: (trace: TraceDetail) => number | null | undefined) =>
    numberFact(label, of(left), of(right), formatDuration, 'less-is-better');
  const error = (label: string, of: (error: NonNullable<TraceDetail['error']>) => unknown) =>
    textFact(label, left.error && valueText(of(left.error)), right.error && valueText(of(right.error)));
  return [
    statusFact(left, right),
    duration(t('compare.duration', 'Duration'), (trace) => trace.duration_ms),
    duration(t('compare.ttft', 'Time to first token'), (trace) => trace.timing.ttft_ms),
    duration(t('compare.queue', 'Queue'), (trace) => trace.timing.queue_ms),
    duration(t('compare.network', 'Network'), (trace) => trace.timing.network_ms),
    duration(t('compare.generation', 'Generation'), (trace) => trace.timing.generation_ms),
    numberFact(
      t('compare.speed', 'Output tokens per second'),
      tokensPerSecond(left),
      tokensPerSecond(right),
      (value) => (value ?? 0).toFixed(1),
      'more-is-better'
    ),
    textFact(t('compare.finish-reason', 'Finish reason'), left.finish_reason, right.finish_reason),
    error(t('compare.error-type', 'Error type'), ({ type }) => type),
    error(t('compare.error-code', 'Error code'), ({ code }) => code),
    error(t('compare.http-status', 'HTTP status'), ({ http_status }) => http_status),
    error(t('compare.error-message', 'Error message'), ({ message }) => message),
    numberFact(
      t('compare.retries', 'Retries'),
      left.retries?.count,
      right.retries?.count,
      formatCount,
      'less-is-better'
    ),
  ];
}

/** Tokens and what they cost. More or fewer of them is neither good nor bad by itself, unlike the price. */
export function tokenFacts({ left, right }: ComparedTraces): ComparedFact[] {
  const count = (label: string, of: (trace: TraceDetail) => number | null) =>
    numberFact(label, of(left), of(right), formatCount, 'neither');
  return [
    numberFact(t('compare.cost', 'Cost'), left.cost_usd, right.cost_usd, formatCost, 'less-is-better'),
    count(t('compare.input-tokens', 'Input tokens'), (trace) => trace.input_tokens),
    count(t('compare.output-tokens', 'Output tokens'), (trace) => trace.output_tokens),
    count(t('compare.cached-tokens', 'Cached input tokens'), (trace) => trace.cached_input_tokens),
    count(t('compare.cache-write-tokens', 'Cache write tokens'), (trace) => trace.cache_write_tokens),
    count(t('compare.reasoning-tokens', 'Reasoning tokens'), (trace) => trace.reasoning_tokens),
    numberFact(t('compare.credits', 'Credits'), left.credits, right.credits, formatCount, 'less-is-better'),
  ];
}

/** Temperature and the like, by name. */
export function parameterFacts({ left, right }: ComparedTraces): ComparedFact[] {
  return entryFacts(left.parameters, right.parameters);
}

/** Where the requests came from and went to. */
export function metadataFacts({ left, right }: ComparedTraces, timeZone: TimeZone): ComparedFact[] {
  const text = (label: string, of: (trace: TraceDetail) => string | undefined) => textFact(label, of(left), of(right));
  return [
    text(t('compare.model', 'Model'), (trace) => trace.model),
    text(t('compare.response-model', 'Model snapshot'), (trace) => trace.response_model),
    text(t('compare.provider', 'Provider'), (trace) => trace.provider),
    text(t('compare.operation', 'Operation'), (trace) => trace.operation),
    text(t('compare.deployment', 'Deployment'), (trace) => trace.deployment),
    text(t('compare.deployment-version', 'Deployment version'), (trace) => trace.deployment_version),
    text(t('compare.connection', 'Connection'), (trace) => trace.connection),
    text(t('compare.streamed', 'Streamed'), (trace) =>
      trace.streamed ? t('compare.yes', 'Yes') : t('compare.no', 'No')
    ),
    text(t('compare.cache-status', 'Cache status'), (trace) => trace.cache_status),
    text(t('compare.gateway', 'Gateway'), (trace) => trace.gateway),
    text(t('compare.source-type', 'Source type'), (trace) => trace.source_type),
    text(t('compare.source', 'Source'), (trace) => trace.source),
    text(t('compare.user', 'User'), (trace) => trace.user_id),
    text(t('compare.workflow', 'Workflow'), (trace) => trace.workflow?.name),
    text(t('compare.workflow-node', 'Workflow node'), (trace) => trace.workflow?.node_id),
    text(t('compare.url', 'Address'), (trace) => trace.http_request?.url),
    ...entryFacts(left.tags, right.tags),
    text(t('compare.executed-on', 'Executed on'), (trace) => formatTime(startTimeMs(trace), timeZone, 'millisecond')),
  ];
}

/** Output tokens by the time they were written in: that of generating them where it is known, else the whole. */
function tokensPerSecond({ output_tokens, timing, duration_ms }: TraceDetail): number | null {
  const timeMs = timing.generation_ms ?? duration_ms;
  return output_tokens === null || timeMs === null || timeMs <= 0 ? null : (output_tokens / timeMs) * 1000;
}

function statusFact(left: TraceDetail, right: TraceDetail): ComparedFact {
  const fact = textFact(t('compare.status', 'Status'), statusName(left.status), statusName(right.status));
  const isBetter = right.status === 'success';
  if (!fact.isDifferent || (!isBetter && left.status !== 'success')) {
    return fact;
  }
  return { ...fact, change: { text: '', verdict: isBetter ? 'better' : 'worse' } };
}

export function statusName(status: TraceDetail['status']): string {
  switch (status) {
    case 'success':
      return t('drawer.status-success', 'Success');
    case 'error':
      return t('drawer.status-error', 'Error');
    case 'timeout':
      return t('drawer.status-timeout', 'Timeout');
  }
}

function textFact(label: string, left: string | null | undefined, right: string | null | undefined): ComparedFact {
  return { label, left: left ?? '', right: right ?? '', isDifferent: (left ?? '') !== (right ?? '') };
}

function numberFact(
  label: string,
  left: number | null | undefined,
  right: number | null | undefined,
  format: (value: number | null | undefined) => string,
  preference: Preference
): ComparedFact {
  const change = numberChange(left, right, format, preference);
  return {
    label,
    left: typeof left === 'number' ? format(left) : '',
    right: typeof right === 'number' ? format(right) : '',
    isDifferent: (left ?? undefined) !== (right ?? undefined),
    ...(change && { change }),
  };
}

function entryFacts(left: Record<string, unknown>, right: Record<string, unknown>): ComparedFact[] {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].map((name) => textFact(name, valueText(left[name]), valueText(right[name])));
}
