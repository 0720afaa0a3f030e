import type {
  AdHocVariableFilter,
  CoreApp,
  DataQueryRequest,
  DataQueryResponse,
  DataSourceGetTagKeysOptions,
  DataSourceGetTagValuesOptions,
  DataSourceInstanceSettings,
  MetricFindValue,
  ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { type Observable, of } from 'rxjs';
import { annotationSupport } from './annotations/annotationSupport';
import { defaultNarrowing } from './config/defaultModelType';
import { type LiveDeps, queryLive } from './live/liveQueries';
import { defaultQuery } from './query/defaults';
import { queryDisplayText } from './query/displayText';
import { Interpolation, interpolateQuery, withoutMark } from './query/interpolate';
import { isRunnable } from './query/isRunnable';
import { withTimeZone } from './query/timeZone';
import type { FieldValueSource } from './resources/fieldValueSource';
import { ModeltraceResources } from './resources/resources';
import type { ModeltraceOptions, ModeltraceQuery } from './types';
import { withAdHocConditions, withAdHocFilters } from './variables/adhoc/adHocQuery';
import { tagKeys } from './variables/adhoc/tagKeys';
import { tagValues } from './variables/adhoc/tagValues';
import { ModeltraceVariableSupport } from './variables/variableSupport';

/** The Modeltrace data source: what Grafana asks of it, answered by the query logic and the back end. */
export class ModeltraceDataSource
  extends DataSourceWithBackend<ModeltraceQuery, ModeltraceOptions>
  implements FieldValueSource
{
  readonly resources: ModeltraceResources;
  private readonly options: ModeltraceOptions;

  constructor(
    settings: DataSourceInstanceSettings<ModeltraceOptions>,
    private readonly templates: TemplateSrv = getTemplateSrv()
  ) {
    super(settings);
    this.options = settings.jsonData;
    this.resources = new ModeltraceResources(
      (path, params) => this.getResource<unknown>(path, params),
      // The editor shows what went wrong where it happened; Grafana's pop-up would say it twice.
      (path, body) => this.postResource(path, body, { showErrorAlert: false })
    );
    this.variables = new ModeltraceVariableSupport(this);
    this.annotations = annotationSupport;
  }

  override getDefaultQuery(app?: CoreApp): Partial<ModeltraceQuery> {
    return { ...defaultQuery(), ...defaultNarrowing(this.options, app) };
  }

  override filterQuery(query: ModeltraceQuery): boolean {
    return isRunnable(query);
  }

  override getQueryDisplayText(query: ModeltraceQuery): string {
    return queryDisplayText(query);
  }

  override applyTemplateVariables(
    query: ModeltraceQuery,
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[]
  ): ModeltraceQuery {
    return withAdHocFilters(interpolateQuery(query, this.interpolation(scopedVars)), filters);
  }

  /** What Grafana takes from a panel to Explore or into a new alert rule, where it is saved. */
  override interpolateVariablesInQueries(
    queries: ModeltraceQuery[],
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[]
  ): ModeltraceQuery[] {
    return queries.map((query) =>
      withoutMark(withAdHocConditions(this.applyTemplateVariables(query, scopedVars, filters)))
    );
  }

  /** What a dashboard can be filtered by. */
  override getTagKeys(options?: DataSourceGetTagKeysOptions<ModeltraceQuery>): Promise<MetricFindValue[]> {
    return tagKeys(this.resources, options);
  }

  /** Values to filter a dashboard by. */
  override getTagValues(options: DataSourceGetTagValuesOptions<ModeltraceQuery>): Promise<MetricFindValue[]> {
    return tagValues(this.resources, options);
  }

  /** Runs the queries that are still complete once their variables have values, in the dashboard's time zone. */
  override query(request: DataQueryRequest<ModeltraceQuery>): Observable<DataQueryResponse> {
    const targets = request.targets
      .filter((target) => isRunnable(this.applyTemplateVariables(target, request.scopedVars)))
      .map((target) => withTimeZone(target, request.timezone));
    return targets.length > 0 ? queryLive({ ...request, targets }, this.liveDeps) : of({ data: [] });
  }

  private readonly liveDeps: LiveDeps = {
    uid: this.uid,
    ask: (request) => super.query(request),
    channelOf: (query) => this.resources.liveChannel(query),
    resolve: (query, { scopedVars, filters }) => this.applyTemplateVariables(query, scopedVars, filters),
  };

  interpolation(scopedVars?: ScopedVars): Interpolation {
    return new Interpolation(this.templates, scopedVars);
  }

  variableNames(): string[] {
    return this.templates.getVariables().map((variable) => `$${variable.name}`);
  }
}
