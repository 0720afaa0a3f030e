import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { components } from './contract/query.gen';

type Schemas = components['schemas'];

/** The properties that a query lacks while somebody is still writing it, although the contract requires them. */
type MaybeAbsent = 'measures' | 'kinds';
type AsSaved<T> = Omit<T, MaybeAbsent> & Partial<Pick<T, Extract<keyof T, MaybeAbsent>>>;

export type QueryType = Schemas['QueryType'];
/** Field name to wanted values, as saved. */
export type Filters = Schemas['Filters'];

export type TracesQuery = DataQuery & Schemas['TracesQuery'];
export type TraceQuery = DataQuery & Schemas['TraceQuery'];
export type MetricsQuery = DataQuery & AsSaved<Schemas['MetricsQuery']>;
export type LatencyQuery = DataQuery & Schemas['LatencyQuery'];
export type HeatmapQuery = DataQuery & Schemas['HeatmapQuery'];
export type AnnotationsQuery = DataQuery & AsSaved<Schemas['AnnotationsQuery']>;
export type ReplicasQuery = DataQuery & Schemas['ReplicasQuery'];
export type WindowQuery = DataQuery & Schemas['WindowQuery'];

/** What panels, alert rules and Explore save for this data source (contract/query.yaml). */
export type ModeltraceQuery =
  | TracesQuery
  | TraceQuery
  | MetricsQuery
  | LatencyQuery
  | HeatmapQuery
  | ReplicasQuery
  | AnnotationsQuery
  | WindowQuery;

/** What a dashboard variable of this data source saves. */
export type VariableQuery = DataQuery & Schemas['VariableQuery'];

export type ModeltraceOptions = DataSourceJsonData & Schemas['DataSourceSettings'];
export type ModeltraceSecrets = Schemas['DataSourceSecrets'];
