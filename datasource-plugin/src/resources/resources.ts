import type { TimeRange } from '@grafana/data';
import type { components, operations } from '../contract/api.gen';
import { LIMITS } from '../contract/constants.gen';
import type { components as saved } from '../contract/query.gen';
import type { Filters, ModeltraceQuery } from '../types';

type Schemas = components['schemas'];
type FieldValuesParams = NonNullable<operations['listFieldValues']['parameters']['query']>;

/** Reads a resource of the data source's back end, as DataSourceWithBackend.getResource does. */
export type GetResource = (path: string, params?: Record<string, unknown>) => Promise<unknown>;

/** Asks a resource of the data source's back end with a body, as DataSourceWithBackend.postResource does. */
export type PostResource = (path: string, body: Record<string, unknown>) => Promise<unknown>;

/** A condition as the steps of the filter builder. */
export type QueryBuilder = Schemas['QueryBuilder'];
/** What a condition means, or where its fault is. */
export type QueryParseAnswer = Schemas['QueryParseAnswer'];
/** A fault in a condition, with its place in UTF-16 code units. */
export type QueryDiagnostic = Schemas['QueryDiagnostic'];
/** What could stand at the caret. */
export type QueryCompleteAnswer = Schemas['QueryCompleteAnswer'];
/** What the engine would read for a selection. */
export type QueryExplainAnswer = Schemas['QueryExplainAnswer'];

/** Which values of a field are asked for. */
export interface FieldValuesRequest {
  /** A dimension of the trace server's API. */
  field: string;
  /** Only values seen in this time; all times when absent. */
  range?: TimeRange | undefined;
  /** Only values seen together with these; already without variables. */
  filters?: Filters | undefined;
  /** Only values of traces for which this condition holds; already without variables. */
  query?: string | undefined;
  /** Further conditions, each read by itself, such as the ad hoc filters of a dashboard. */
  conditions?: readonly string[] | undefined;
  /** Only values with this text in them. */
  contains?: string;
  /** How many values at most; the trace server's default when absent. */
  limit?: number;
}

/** A place in a condition, and what narrows the values that are offered there. */
export interface CompletionRequest extends Pick<FieldValuesRequest, 'range' | 'filters' | 'conditions'> {
  text: string;
  /** Of the caret, in UTF-16 code units. */
  position: number;
}

/** A selection; its variables are already in place. */
export interface ExplainRequest extends Pick<FieldValuesRequest, 'range' | 'filters'> {
  query?: string | undefined;
  search?: string | undefined;
}

/**
 * The back end's resources. They take the parameters of the trace server's API of the same name and answer as it does;
 * a refused request rejects with Grafana's FetchError, whose data is the API's ErrorAnswer.
 */
export class ModeltraceResources {
  constructor(
    private readonly get: GetResource,
    private readonly post: PostResource
  ) {}

  /** One trace with its payloads and spans. */
  async trace(requestId: string): Promise<Schemas['TraceDetail']> {
    return (await this.get('trace', { request_id: requestId })) as Schemas['TraceDetail'];
  }

  /** Models with their deployments, versions and connections. */
  async models(): Promise<Schemas['Model'][]> {
    return ((await this.get('models')) as Schemas['ModelList']).models;
  }

  /** Values of a field, most frequent first. */
  async fieldValues(request: FieldValuesRequest): Promise<Schemas['FieldValues']['values']> {
    const { field, range, filters, query, conditions, contains, limit } = request;
    const params = {
      ...filters,
      ...times(range),
      ...(query && { query }),
      ...(conditions?.length && { condition: [...conditions] }),
      ...(contains && { contains }),
      ...(limit && { limit }),
    } satisfies FieldValuesParams;
    const answer = await this.get(`fields/${encodeURIComponent(field)}/values`, params);
    return (answer as Schemas['FieldValues']).values;
  }

  /** Reads a condition; a text with a fault is answered too, with its diagnostics. */
  async parseQuery(text: string): Promise<QueryParseAnswer> {
    return (await this.post('query/parse', { text })) as QueryParseAnswer;
  }

  /** Writes the steps of a filter builder as a condition. */
  async formatQuery(builder: QueryBuilder): Promise<string> {
    return ((await this.post('query/format', builder)) as Schemas['QueryFormatAnswer']).text;
  }

  /** What could stand at a place of a condition. */
  async completeQuery({ text, position, range, filters, conditions }: CompletionRequest): Promise<QueryCompleteAnswer> {
    const body = {
      text,
      position,
      limit: LIMITS.QueryCompleteRequest.limit.default,
      ...times(range),
      ...given(filters),
      ...(conditions?.length && { condition: [...conditions] }),
    };
    return (await this.post('query/complete', body)) as QueryCompleteAnswer;
  }

  /** What the engine would read to answer a selection. */
  async explainQuery({ query, search, range, filters }: ExplainRequest): Promise<QueryExplainAnswer> {
    const body = { ...(query && { query }), ...(search && { q: search }), ...times(range), ...given(filters) };
    return (await this.post('query/explain', body)) as QueryExplainAnswer;
  }

  /** Path of the channel of Grafana Live with the new traces of a query, whose variables are already in place. */
  async liveChannel(query: ModeltraceQuery): Promise<string> {
    return ((await this.post('live/channel', { ...query })) as saved['schemas']['LiveChannelAnswer']).path;
  }

  /** A query that an older version saved, as this version saves it. */
  async migrateQuery(query: ModeltraceQuery): Promise<ModeltraceQuery> {
    return ((await this.post('query/migrate', { ...query })) as { query: ModeltraceQuery }).query;
  }
}

function times(range: TimeRange | undefined) {
  return range && { from: range.from.toISOString(), to: range.to.toISOString() };
}

function given(filters: Filters | undefined) {
  return filters && Object.keys(filters).length > 0 ? { filters } : undefined;
}
