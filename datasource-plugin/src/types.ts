import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { components } from './contract/query.gen';

type Schemas = components['schemas'];

/** The properties that the contract gives a default: a saved query may leave them out. */
type Defaulted = 'limit' | 'interval' | 'seriesLimit' | 'timeoutSeconds';
type AsSaved<T> = Omit<T, Defaulted> & Partial<Pick<T, Extract<keyof T, Defaulted>>>;

export type QueryType = Schemas['QueryType'];
/** Field name to wanted values, as saved. */
export type Filters = Schemas['Filters'];

export type TracesQuery = DataQuery & AsSaved<Schemas['TracesQuery']>;
export type TraceQuery = DataQuery & AsSaved<Schemas['TraceQuery']>;
export type MetricsQuery = DataQuery & AsSaved<Schemas['MetricsQuery']>;
export type LatencyQuery = DataQuery & AsSaved<Schemas['LatencyQuery']>;
export type ReplicasQuery = DataQuery & AsSaved<Schemas['ReplicasQuery']>;

/** What panels, alert rules and Explore save for this data source (contract/query.yaml). */
export type ModeltraceQuery = TracesQuery | TraceQuery | MetricsQuery | LatencyQuery | ReplicasQuery;

/** What a dashboard variable of this data source saves. */
export type VariableQuery = DataQuery & Schemas['VariableQuery'];

export type ModeltraceOptions = DataSourceJsonData & AsSaved<Schemas['DataSourceSettings']>;
export type ModeltraceSecrets = Schemas['DataSourceSecrets'];
