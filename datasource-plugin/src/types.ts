import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { components } from './contract/query.gen';

type Schemas = components['schemas'];

/**
 * The properties that saved JSON may leave out although the generated types require them: those with a default in the
 * contract, and those that a query lacks while somebody is still writing it.
 */
type MaybeAbsent = 'limit' | 'interval' | 'seriesLimit' | 'timeoutSeconds' | 'measures' | 'requestId';
type AsSaved<T> = Omit<T, MaybeAbsent> & Partial<Pick<T, Extract<keyof T, MaybeAbsent>>>;

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
