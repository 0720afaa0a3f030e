import { getResource, type PanelSource } from '../source/panelSource';

/** As the trace server classes models (contract/openapi.yaml, ModelType). */
export type ModelKind = 'fine-tuned' | 'open-source' | 'external';

export const MODEL_KINDS: readonly ModelKind[] = ['fine-tuned', 'open-source', 'external'];

/** A model that traces are of. */
export interface Model {
  name: string;
  kind: ModelKind;
  /** Requests of any time. */
  requests: number;
  /** Milliseconds since 1970; undefined where the answer has none. */
  firstTraceMs?: number;
  lastTraceMs?: number;
}

/** Milliseconds for which a list is as good as new: it changes when a model is used for the first time. */
const KEPT_FOR_MS = 60_000;

interface KeptList {
  atMs: number;
  models: Promise<Model[]>;
}

const lists = new Map<string, KeptList>();

/**
 * All models of a data source, most used first. A list is asked for once a minute, and again after a failure.
 * @throws what getResource fails with
 */
export function loadModels(source: PanelSource | null): Promise<Model[]> {
  const key = source?.ref?.uid ?? '';
  const kept = lists.get(key);
  if (kept && Date.now() - kept.atMs < KEPT_FOR_MS) {
    return kept.models;
  }
  const models = getResource(source, 'models').then(readModels);
  lists.set(key, { atMs: Date.now(), models });
  models.catch(() => lists.delete(key));
  return models;
}

/** For tests: what was loaded before is asked for again. */
export function forgetModels(): void {
  lists.clear();
}

/** What cannot be read as a model is left out; of a name that several kinds have, the most used one is kept. */
export function readModels(answer: unknown): Model[] {
  const listed = isRecord(answer) && Array.isArray(answer.models) ? answer.models : [];
  const models = listed.map(readModel).filter((model) => model !== undefined);
  const sorted = models.sort((a, b) => b.requests - a.requests || a.name.localeCompare(b.name));
  const seen = new Set<string>();
  return sorted.filter(({ name }) => !seen.has(name) && seen.add(name));
}

function readModel(listed: unknown): Model | undefined {
  if (!isRecord(listed) || typeof listed.model !== 'string' || listed.model === '') {
    return undefined;
  }
  const firstTraceMs = timeOf(listed.first_trace_time);
  const lastTraceMs = timeOf(listed.last_trace_time);
  return {
    name: listed.model,
    kind: MODEL_KINDS.find((kind) => kind === listed.model_type) ?? 'external',
    requests: typeof listed.requests === 'number' ? listed.requests : 0,
    ...(firstTraceMs !== undefined && { firstTraceMs }),
    ...(lastTraceMs !== undefined && { lastTraceMs }),
  };
}

function timeOf(text: unknown): number | undefined {
  const timeMs = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isFinite(timeMs) ? timeMs : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
