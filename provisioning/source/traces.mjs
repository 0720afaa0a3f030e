import { at, dashboard, FAILURE_COLORS } from './dashboard.mjs';
import { stat, tracesTable } from './panels.mjs';
import { adHocFilters, ALL, fieldVariable, textVariable } from './variables.mjs';

/** The traces page: numbers and table. */
export function traces() {
  const filters = { model: ['$model'], status: ['$status'], source_type: ['$source_type'] };
  const search = '$search';
  const cells = [
    { title: 'Total requests', description: 'Requests that match the selection.', measure: 'requests', unit: 'short' },
    {
      title: 'P90 response time',
      description: 'Exact 90th percentile over all matching requests with a known duration.',
      measure: 'duration_p90_ms',
      unit: 'ms',
    },
    {
      title: 'P99 response time',
      description:
        'Exact 99th percentile over all matching requests with a known duration. Below 100 requests it is close to the slowest one.',
      measure: 'duration_p99_ms',
      unit: 'ms',
    },
    {
      title: 'Failure rate',
      description: 'Failed requests (errors and timeouts) divided by all matching requests.',
      measure: 'failure_rate',
      unit: 'percentunit',
      decimals: 2,
      thresholds: FAILURE_COLORS,
    },
  ];
  const statuses = ['success', 'error', 'timeout'];
  const variables = [
    fieldVariable('model', 'Model', 'model', {}),
    {
      type: 'custom',
      name: 'status',
      label: 'Status',
      query: statuses.join(','),
      multi: true,
      includeAll: true,
      allValue: ALL,
      current: { selected: true, text: ['All'], value: [ALL] },
      options: [
        { text: 'All', value: ALL, selected: true },
        ...statuses.map((value) => ({ text: value, value, selected: false })),
      ],
      hide: 0,
      skipUrlSync: false,
    },
    fieldVariable('source_type', 'Source type', 'source_type', { model: ['$model'] }, { multi: true }),
    adHocFilters(),
    textVariable('search', 'Search', 2),
  ];
  const panels = [
    ...cells.map((cell, i) => stat({ ...cell, filters, search, gridPos: at(i * 6, 0, 6, 3) })),
    { ...tracesTable(at(0, 3, 24, 22), filters, search), id: 10 },
  ];
  return dashboard({
    uid: 'modeltrace-traces',
    title: 'Model traces',
    description: 'Every model request with its input, output and metadata.',
    from: 'now-30d',
    variables,
    panels,
  });
}
