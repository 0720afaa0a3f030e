import { t } from '@grafana/i18n';
import type { components } from '../contract/api.gen';
import { getResource, type PanelSource } from '../source/panelSource';

export type TraceDetail = components['schemas']['TraceDetail'];

/**
 * A trace without its payloads: their sizes and the beginnings of their texts, the rest is read by streamPayload.
 * Fails with what the resource call failed with, or with a sentence when the answer is of no use.
 */
export async function fetchTrace(source: PanelSource | null, requestId: string): Promise<TraceDetail> {
  return readTraceDetail(await getResource(source, 'trace', { request_id: requestId, payload: 'preview' }));
}

/** The parts that every view needs must be there; collections that an older server leaves out become empty. */
function readTraceDetail(answer: unknown): TraceDetail {
  if (
    !isRecord(answer) ||
    typeof answer.request_id !== 'string' ||
    !isPayload(answer.input) ||
    !isPayload(answer.output)
  ) {
    throw new Error(t('errors.not-a-trace', 'The data source answered with something that is not a trace.'));
  }
  return { spans: [], tags: {}, parameters: {}, timing: {}, ...answer } as unknown as TraceDetail;
}

function isPayload(value: unknown): value is components['schemas']['TracePayload'] {
  return isRecord(value) && typeof value.text === 'string' && typeof value.json === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
