import type { TimeRange } from '@grafana/data';
import type { components, operations } from '../contract/api.gen';
import type { Filters } from '../types';

type Schemas = components['schemas'];
type FieldValuesParams = NonNullable<operations['listFieldValues']['parameters']['query']>;

/** Reads a resource of the data source's back end, as DataSourceWithBackend.getResource does. */
export type GetResource = (path: string, params?: Record<string, unknown>) => Promise<unknown>;

/** Which values of a field are asked for. */
export interface FieldValuesRequest {
  /** A dimension of the trace server's API. */
  field: string;
  /** Only values seen in this time; all times when absent. */
  range?: TimeRange;
  /** Only values seen together with these; already without variables. */
  filters?: Filters;
  /** Only values with this text in them. */
  contains?: string;
  /** How many values at most; the trace server's default when absent. */
  limit?: number;
}

/**
 * The back end's resources. They take the parameters of the trace server's API of the same name and answer as it does;
 * a refused request rejects with Grafana's FetchError, whose data is the API's ErrorAnswer.
 */
export class ModeltraceResources {
  constructor(private readonly get: GetResource) {}

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
    const { field, range, filters, contains, limit } = request;
    const params = {
      ...filters,
      ...(range && { from: range.from.toISOString(), to: range.to.toISOString() }),
      ...(contains && { contains }),
      ...(limit && { limit }),
    } satisfies FieldValuesParams;
    const answer = await this.get(`fields/${encodeURIComponent(field)}/values`, params);
    return (answer as Schemas['FieldValues']).values;
  }
}
