import type { Query } from '../../store/store.js';

/** What one combination of the catalogue's columns stands for. Times are RFC 3339. */
export interface CatalogueRow {
  model: string;
  model_type: string;
  provider: string;
  deployment: string;
  deployment_version: string;
  connection: string;
  requests: number;
  first_time: string;
  last_time: string;
}

/** First replica change of each deployment version. */
export interface ReplicaStartRow {
  model: string;
  deployment: string;
  deployment_version: string;
  first_time: string;
}

/** The catalogue: written so that the engine answers it from the projection of the same name instead of all rows. */
export const catalogueQuery: Query = {
  sql: `SELECT model, model_type, provider, deployment, deployment_version, connection,
  count() AS requests, min(start_time) AS first_time, max(start_time) AS last_time
FROM traces
GROUP BY model, model_type, provider, deployment, deployment_version, connection
ORDER BY model, last_time, deployment, deployment_version`,
  params: {},
};

/** Since when deployments have replicas. */
export const replicaStartsQuery: Query = {
  sql: `SELECT model, deployment, deployment_version, min(time) AS first_time
FROM replica_changes GROUP BY model, deployment, deployment_version
ORDER BY model, deployment, deployment_version`,
  params: {},
};
