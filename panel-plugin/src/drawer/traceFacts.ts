import type { TimeZone } from '@grafana/schema';
import type { TraceDetail } from '../detail/fetchTrace';
import { words } from '../words';
import { formatCost, formatCount, formatDuration, formatTime } from '../view/formats';
import type { Fact } from './Section';

const { metadata, timing } = words;

/** Start of the request in milliseconds since 1970, or null when the server's time cannot be read. */
export function startTimeMs(trace: TraceDetail): number | null {
  const timeMs = Date.parse(trace.start_time);
  return Number.isNaN(timeMs) ? null : timeMs;
}

/** Hosted models are told apart by deployment version, external ones by connection. */
export function modelNote(trace: TraceDetail): string {
  return trace.model_type === 'external' ? trace.connection : trace.deployment_version;
}

/** The fields that every trace of this kind of model has, then those that this one has besides. */
export function metadataFacts(trace: TraceDetail, timeZone: TimeZone): Fact[] {
  const where =
    trace.model_type === 'external'
      ? [fact(metadata.connection, trace.connection)]
      : [fact(metadata.deployment, trace.deployment), fact(metadata.deploymentVersion, trace.deployment_version)];
  return [
    fact(metadata.requestId, trace.request_id),
    fact(metadata.baseModel, trace.model),
    ...where,
    fact(metadata.responseTime, formatDuration(trace.duration_ms)),
    fact(metadata.inputTokens, formatCount(trace.input_tokens)),
    fact(metadata.outputTokens, formatCount(trace.output_tokens)),
    fact(metadata.executedOn, formatTime(startTimeMs(trace), timeZone, 'millisecond')),
    fact(metadata.sourceType, trace.source_type),
    fact(metadata.source, trace.source),
    fact(metadata.userId, trace.user_id),
    ...known([
      fact(metadata.provider, trace.provider),
      fact(metadata.operation, trace.operation),
      fact(metadata.responseModel, trace.response_model),
      fact(metadata.gateway, trace.gateway),
      fact(metadata.cacheStatus, trace.cache_status),
      fact(metadata.finishReason, trace.finish_reason),
      fact(metadata.streamed, trace.streamed ? metadata.yes : ''),
      fact(metadata.cachedInputTokens, formatCount(trace.cached_input_tokens)),
      fact(metadata.cacheWriteTokens, formatCount(trace.cache_write_tokens)),
      fact(metadata.reasoningTokens, formatCount(trace.reasoning_tokens)),
      fact(metadata.cost, formatCost(trace.cost_usd)),
      fact(metadata.credits, formatCount(trace.credits)),
      fact(metadata.responseId, trace.response_id),
      fact(metadata.conversationId, trace.conversation_id),
      fact(metadata.traceId, trace.trace_id),
    ]),
  ];
}

/** Total first to last; phases that were not measured are left out. */
export function timingFacts(trace: TraceDetail): Fact[] {
  return [
    ...known([
      fact(timing.queue, formatDuration(trace.timing.queue_ms)),
      fact(timing.network, formatDuration(trace.timing.network_ms)),
      fact(timing.ttft, formatDuration(trace.timing.ttft_ms)),
      fact(timing.generation, formatDuration(trace.timing.generation_ms)),
    ]),
    fact(timing.total, formatDuration(trace.duration_ms)),
  ];
}

/** Entries of tags, parameters, attributes or headers. */
export function entryFacts(entries: Record<string, unknown>): Fact[] {
  return Object.entries(entries).map(([label, value]) => fact(label, valueText(value)));
}

/** Text as it is, everything else as JSON. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  if (value === undefined || value === null) {
    return '';
  }
  try {
    return JSON.stringify(value, undefined, 2);
  } catch {
    return words.drawer.tooDeep;
  }
}

export function fact(label: string, value: string | undefined): Fact {
  return { label, value: value ?? '' };
}

export function known(facts: Fact[]): Fact[] {
  return facts.filter(({ value }) => value !== '' && value !== words.unknown);
}
