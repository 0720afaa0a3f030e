import { LoadingState, type DataSourceApi, type PanelData, type ScopedVars } from '@grafana/data';
import { getDataSourceSrv, type DataSourceWithBackend } from '@grafana/runtime';
import type { DataSourceRef } from '@grafana/schema';
import { useState } from 'react';
import type { components } from '../contract/api.gen';
import { targetsOf } from '../frames/frameOrigin';
import { words } from '../words';

export type TraceDetail = components['schemas']['TraceDetail'];

/** The data source that a single trace is asked from. */
export interface TraceSource {
  ref: DataSourceRef | null | undefined;
  scopedVars: ScopedVars | undefined;
}

/** The source of the panel's own rows: undefined until the first query is made, null when rows came without one. */
function traceSourceOf(panelData: PanelData): TraceSource | null | undefined {
  const { request, state } = panelData;
  const targets = targetsOf(panelData);
  const target = targets.find((candidate) => !candidate.hide) ?? targets[0];
  if (target) {
    return { ref: target.datasource, scopedVars: request?.scopedVars };
  }
  return state === LoadingState.Done || state === LoadingState.Error ? null : undefined;
}

/** The same object for as long as the panel's data source is the same, however often the panel is refreshed. */
export function useTraceSource(panelData: PanelData): TraceSource | null | undefined {
  const current = traceSourceOf(panelData);
  const [kept, setKept] = useState(current);
  const isOther = current !== undefined && (kept === undefined || current?.ref?.uid !== kept?.ref?.uid);
  if (isOther) {
    setKept(current);
  }
  return isOther ? current : kept;
}

/** Fails with what the resource call failed with, or with a sentence when the answer is of no use. */
export async function fetchTrace(source: TraceSource | null, requestId: string): Promise<TraceDetail> {
  if (!source) {
    throw new Error(words.errors.noResources);
  }
  const dataSource = await getDataSourceSrv().get(source.ref, source.scopedVars);
  if (!hasResources(dataSource)) {
    throw new Error(words.errors.noResources);
  }
  const answer = await dataSource.getResource<unknown>('trace', { request_id: requestId }, { showErrorAlert: false });
  return readTraceDetail(answer);
}

function hasResources(dataSource: DataSourceApi): dataSource is DataSourceWithBackend {
  return 'getResource' in dataSource && typeof dataSource.getResource === 'function';
}

/** The parts that every view needs must be there; collections that an older server leaves out become empty. */
function readTraceDetail(answer: unknown): TraceDetail {
  if (
    !isRecord(answer) ||
    typeof answer.request_id !== 'string' ||
    !isPayload(answer.input) ||
    !isPayload(answer.output)
  ) {
    throw new Error(words.errors.notATrace);
  }
  return { spans: [], tags: {}, parameters: {}, timing: {}, ...answer } as unknown as TraceDetail;
}

function isPayload(value: unknown): value is components['schemas']['TracePayload'] {
  return isRecord(value) && typeof value.text === 'string' && typeof value.json === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
