/** data-testid values, for tests in a browser. */
export const testIds = {
  queryEditor: 'modeltrace-query-editor',
  queryType: 'modeltrace-query-type',
  filters: 'modeltrace-filters',
  addFilter: 'modeltrace-add-filter',
  search: 'modeltrace-search',
  requestId: 'modeltrace-request-id',
  measures: 'modeltrace-measures',
  groupBy: 'modeltrace-group-by',
  interval: 'modeltrace-interval',
  seriesLimit: 'modeltrace-series-limit',
  limit: 'modeltrace-limit',
  variableEditor: 'modeltrace-variable-editor',
  variableField: 'modeltrace-variable-field',
  configUrl: 'modeltrace-config-url',
  configApiKey: 'modeltrace-config-api-key',
  configTimeout: 'modeltrace-config-timeout',
} as const;
