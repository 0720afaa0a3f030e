import type { DataQueryRequest, DataQueryResponse, DataSourceInstanceSettings, ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { type Observable, of } from 'rxjs';
import { defaultQuery } from './query/defaults';
import { queryDisplayText } from './query/displayText';
import { Interpolation, interpolateQuery, withoutMark } from './query/interpolate';
import { isRunnable } from './query/isRunnable';
import { withTimeZone } from './query/timeZone';
import type { FieldValueSource } from './resources/fieldValueSource';
import { ModeltraceResources } from './resources/resources';
import type { ModeltraceOptions, ModeltraceQuery } from './types';
import { ModeltraceVariableSupport } from './variables/variableSupport';

/** The Modeltrace data source: what Grafana asks of it, answered by the query logic and the back end. */
export class ModeltraceDataSource
  extends DataSourceWithBackend<ModeltraceQuery, ModeltraceOptions>
  implements FieldValueSource
{
  readonly resources: ModeltraceResources;

  constructor(
    settings: DataSourceInstanceSettings<ModeltraceOptions>,
    private readonly templates: TemplateSrv = getTemplateSrv()
  ) {
    super(settings);
    this.resources = new ModeltraceResources(
      (path, params) => this.getResource<unknown>(path, params),
      // The editor shows what went wrong where it happened; Grafana's pop-up would say it twice.
      (path, body) => this.postResource<unknown>(path, body, { showErrorAlert: false })
    );
    this.variables = new ModeltraceVariableSupport(this);
  }

  override getDefaultQuery(): Partial<ModeltraceQuery> {
    return defaultQuery();
  }

  override filterQuery(query: ModeltraceQuery): boolean {
    return isRunnable(query);
  }

  override getQueryDisplayText(query: ModeltraceQuery): string {
    return queryDisplayText(query);
  }

  override applyTemplateVariables(query: ModeltraceQuery, scopedVars: ScopedVars): ModeltraceQuery {
    return interpolateQuery(query, this.interpolation(scopedVars));
  }

  /** What Grafana takes from a panel to Explore or into a new alert rule, where it is saved. */
  override interpolateVariablesInQueries(queries: ModeltraceQuery[], scopedVars: ScopedVars): ModeltraceQuery[] {
    return queries.map((query) => withoutMark(this.applyTemplateVariables(query, scopedVars)));
  }

  /** Runs the queries that are still complete once their variables have values, in the dashboard's time zone. */
  override query(request: DataQueryRequest<ModeltraceQuery>): Observable<DataQueryResponse> {
    const targets = request.targets
      .filter((target) => isRunnable(this.applyTemplateVariables(target, request.scopedVars)))
      .map((target) => withTimeZone(target, request.timezone));
    return targets.length > 0 ? super.query({ ...request, targets }) : of({ data: [] });
  }

  interpolation(scopedVars?: ScopedVars): Interpolation {
    return new Interpolation(this.templates, scopedVars);
  }

  variableNames(): string[] {
    return this.templates.getVariables().map((variable) => `$${variable.name}`);
  }
}
