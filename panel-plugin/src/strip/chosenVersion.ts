import type { DataFrame } from '@grafana/data';
import type { PanelTarget } from '../frames/frameOrigin';
import type { RunnableTarget } from '../selection/runTarget';
import { stripTarget } from './stripTarget';

/** Filters that say which deployment a version is one of. */
const OF_DEPLOYMENT = ['model', 'model_type', 'deployment', 'deployment_version'] as const;

/** A condition, or a part of one that ANDs join, that is about the same. */
const CONDITION = /^\s*(model|model_type|deployment|deployment_version)\s*(?:=|:)\s*("(?:[^"\\]|\\.)*"|[\w.:@/-]+)\s*$/;

type Asked = Pick<PanelTarget, 'filters' | 'query' | 'conditions'>;

/** What one deployment version is chosen by, and nothing else. */
interface DeploymentConditions {
  filters: NonNullable<PanelTarget['filters']>;
  conditions: string[];
}

/** The query that a frame of traces answers, as it was sent: without variables. */
export function askedQuery(frame: DataFrame | undefined): Asked | undefined {
  const custom = frame?.meta?.custom as { query?: Asked } | undefined;
  return custom?.query;
}

/**
 * The conditions of a query on model and deployment, when one of them chooses a deployment version. Conditions with an
 * OR or NOT choose none.
 */
export function chosenVersion({ filters = {}, query = '', conditions = [] }: Asked): DeploymentConditions | undefined {
  const parts = [query, ...conditions].flatMap(partsOf).filter((part) => CONDITION.test(part));
  const kept = Object.fromEntries(
    OF_DEPLOYMENT.map((field) => [field, filters[field] ?? []] as const).filter(([, values]) => values.length > 0)
  );
  const isChosen = kept.deployment_version?.length === 1 || parts.some((part) => /^\s*deployment_version\b/.test(part));
  return isChosen ? { filters: kept, conditions: parts } : undefined;
}

function partsOf(condition: string): string[] {
  return /\b(?:OR|NOT)\b/i.test(condition) ? [] : condition.split(/\bAND\b/i);
}

/** The query for all requests of a chosen deployment version, whatever else narrows the list. */
export function versionTarget(target: PanelTarget, chosen: DeploymentConditions): RunnableTarget {
  const { refId, datasource } = target;
  return { ...stripTarget({ refId, datasource, ...chosen }), interpolated: true, measures: ['requests'] };
}
