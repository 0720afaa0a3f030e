import type { components } from '../../contract/api.gen.js';
import type { CatalogueRow, ReplicaStartRow } from './sql.js';

type Model = components['schemas']['Model'];
type Deployment = components['schemas']['Deployment'];
type VersionTime = components['schemas']['VersionTime'];
type DeploymentStart = Pick<ReplicaStartRow, 'deployment' | 'deployment_version' | 'first_time'>;

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))].sort();
}

function earliest(times: readonly string[]): string {
  return times.reduce((a, b) => (b < a ? b : a));
}

function deploymentsOf(starts: readonly DeploymentStart[]): Deployment[] {
  return distinct(starts.map((start) => start.deployment)).map((deployment) => {
    const own = starts.filter((start) => start.deployment === deployment);
    return {
      deployment,
      deployed_time: earliest(own.map((start) => start.first_time)),
      versions: distinct(own.map((start) => start.deployment_version)),
      version_times: versionTimes(own),
    };
  });
}

function versionTimes(starts: readonly DeploymentStart[]): VersionTime[] {
  const firstTimes = new Map<string, string>();
  for (const { deployment_version: version, first_time: time } of starts) {
    const known = firstTimes.get(version);
    if (version !== '' && (known === undefined || time < known)) firstTimes.set(version, time);
  }
  return [...firstTimes]
    .map(([deployment_version, first_time]) => ({ deployment_version, first_time }))
    .sort((a, b) => (a.first_time < b.first_time ? -1 : 1));
}

/**
 * Models in order of their names. A model whose traces name several types has the type of its newest trace.
 * A model that only has replicas is not listed: it has no first trace.
 */
export function modelList(catalogue: readonly CatalogueRow[], replicaStarts: readonly ReplicaStartRow[]): Model[] {
  const rowsByModel = new Map<string, CatalogueRow[]>();
  for (const row of catalogue) {
    const rows = rowsByModel.get(row.model);
    if (rows) rows.push(row);
    else rowsByModel.set(row.model, [row]);
  }
  return [...rowsByModel].map(([model, rows]) => {
    const newest = rows.reduce((a, b) => (b.last_time > a.last_time ? b : a));
    return {
      model,
      model_type: newest.model_type as Model['model_type'],
      providers: distinct(rows.map((row) => row.provider)),
      requests: rows.reduce((sum, row) => sum + row.requests, 0),
      first_trace_time: earliest(rows.map((row) => row.first_time)),
      last_trace_time: newest.last_time,
      deployments: deploymentsOf([...rows, ...replicaStarts.filter((start) => start.model === model)]),
      connections: distinct(rows.map((row) => row.connection)),
    };
  });
}
