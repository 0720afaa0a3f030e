import { getDataSourceSrv } from '@grafana/runtime';
import {
  AdHocFiltersVariable,
  ConstantVariable,
  CustomVariable,
  DataSourceVariable,
  IntervalVariable,
  QueryVariable,
  type SceneVariable,
  TextBoxVariable,
} from '@grafana/scenes';
import { type SavedVariable, unsupported } from './model';

/** @throws Error for a type of variable that the workbench does not have */
export function toVariable(model: SavedVariable): SceneVariable {
  const { name, label, description, hide, skipUrlSync } = model;
  const common = { name, label, description, hide, skipUrlSync };
  const query = typeof model.query === 'string' ? model.query : '';
  switch (model.type) {
    case 'query':
      return new QueryVariable({
        ...common,
        ...choice(model),
        datasource: model.datasource,
        query: model.query,
        refresh: model.refresh,
        sort: model.sort,
        regex: model.regex,
        // The choices of the last visit are not stored in a provisioned dashboard.
        options: [],
      });
    case 'custom':
      return new CustomVariable({ ...common, ...choice(model), query });
    case 'datasource':
      return new DataSourceVariable({ ...common, ...choice(model), pluginId: query, regex: model.regex });
    case 'textbox':
      return new TextBoxVariable({ ...common, value: String(model.current?.value ?? query) });
    case 'constant':
      return new ConstantVariable({ ...common, value: query });
    case 'interval':
      return new IntervalVariable({
        ...common,
        value: String(model.current?.value ?? ''),
        intervals: query.split(',').map((interval) => interval.trim()),
      });
    case 'adhoc':
      return adHocFilters(model);
    default:
      throw unsupported(`variable "${name}" of type "${model.type}"`);
  }
}

/** Filters that apply to every query of their data source, with its keys and values, as on Grafana's dashboards. */
function adHocFilters(model: SavedVariable): AdHocFiltersVariable {
  const { name, label, description, hide, skipUrlSync, datasource, filters, baseFilters, allowCustomValue } = model;
  const meta = getDataSourceSrv().getInstanceSettings(datasource)?.meta;
  return new AdHocFiltersVariable({
    name,
    label,
    description,
    hide,
    skipUrlSync,
    datasource: datasource ?? null,
    applyMode: 'auto',
    filters: filters ?? [],
    baseFilters: baseFilters ?? [],
    allowCustomValue: allowCustomValue ?? true,
    supportsMultiValueOperators: Boolean(meta?.multiValueFilterOperators),
    useQueriesAsFilterForOptions: true,
  });
}

/** What variables with a list of choices have in common. */
function choice({ current, multi, includeAll, allValue }: SavedVariable) {
  return {
    value: current?.value ?? '',
    text: current?.text ?? '',
    isMulti: multi,
    includeAll,
    allValue: allValue ?? undefined,
    // A choice that another variable's change takes away falls back to All, as in Grafana.
    defaultToAll: Boolean(includeAll),
  };
}
