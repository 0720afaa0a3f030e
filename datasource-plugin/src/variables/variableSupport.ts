import {
  CustomVariableSupport,
  type DataQueryRequest,
  type DataSourceApi,
  type DataQueryResponse,
  type MetricFindValue,
} from '@grafana/data';
import { from, type Observable } from 'rxjs';
import { LIMITS } from '../contract/constants.gen';
import type { FieldValueSource } from '../resources/fieldValueSource';
import { lazily } from '../lazily';
import { interpolateVariableQuery } from '../query/interpolate';
import type { ModeltraceOptions, ModeltraceQuery, VariableQuery } from '../types';
import { deploymentOptions, valueOptions } from './options';
import { asVariableQuery } from './variableQuery';

/** The trace server takes no longer text to look for among values. */
const MAX_CONTAINS = 200;

/** Dashboard variables whose options are the values of a field. */
export class ModeltraceVariableSupport extends CustomVariableSupport<
  DataSourceApi<ModeltraceQuery, ModeltraceOptions>,
  VariableQuery
> {
  override editor = lazily(async () => (await import('./VariableEditor')).variableEditorOf(this.datasource));

  constructor(private readonly datasource: FieldValueSource) {
    super();
  }

  override query(request: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> {
    return from(this.options(request).then((data) => ({ data })));
  }

  private async options(request: DataQueryRequest<VariableQuery>): Promise<MetricFindValue[]> {
    const interpolation = this.datasource.interpolation(request.scopedVars);
    const { field, filters, query, contains } = interpolateVariableQuery(
      asVariableQuery(request.targets[0]),
      interpolation
    );
    if (!field) {
      return [];
    }
    const { resources } = this.datasource;
    const limit = LIMITS.FieldValuesLimit.max;
    const values = resources.fieldValues({
      field,
      filters,
      query,
      range: request.range,
      limit,
      ...(contains && { contains: contains.slice(0, MAX_CONTAINS) }),
    });
    if (field !== 'deployment') {
      return valueOptions(field, await values);
    }
    const [deployments, models] = await Promise.all([values, resources.models()]);
    const wanted = filters?.model;
    const deployedModels = wanted ? models.filter(({ model }) => wanted.includes(model)) : models;
    return deploymentOptions(deployments, deployedModels, request.timezone);
  }
}
