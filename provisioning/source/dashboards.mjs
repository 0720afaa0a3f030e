// The provisioned dashboards: three analytics views, one per model type, and the traces page.
import { colorOf, datasource, latency, metrics, replicas, requests, stat, timeseries, tracesTable } from './panels.mjs';

const ALL = '$__all';

/** A dashboard variable with the values of a field, narrowed by other variables. */
function fieldVariable(name, label, field, filters, { all = true, multi = false } = {}) {
  return {
    type: 'query',
    name,
    label,
    datasource,
    query: { refId: name, field, filters },
    refresh: 2,
    sort: 0,
    multi,
    includeAll: all,
    ...(all
      ? { allValue: ALL, current: { selected: true, text: multi ? ['All'] : 'All', value: multi ? [ALL] : ALL } }
      : { current: {} }),
    options: [],
    hide: 0,
    skipUrlSync: false,
  };
}

const VIEWS = [
  { uid: 'modeltrace-analytics', title: 'Model analytics', tab: 'External', modelType: 'external' },
  {
    uid: 'modeltrace-analytics-open-source',
    title: 'Model analytics: open-source',
    tab: 'Open-source',
    modelType: 'open-source',
  },
  {
    uid: 'modeltrace-analytics-fine-tuned',
    title: 'Model analytics: fine-tuned',
    tab: 'Fine-tuned',
    modelType: 'fine-tuned',
  },
];

const link = (title, uid) => ({
  title,
  type: 'link',
  url: `/d/${uid}`,
  keepTime: true,
  includeVars: false,
  asDropdown: false,
  targetBlank: false,
  icon: 'dashboard',
  tags: [],
  tooltip: '',
});
const viewLinks = [...VIEWS.map((view) => link(view.tab, view.uid)), link('Traces', 'modeltrace-traces')];

function dashboard({ uid, title, description, from, variables, panels, links = viewLinks }) {
  return {
    uid,
    title,
    description,
    tags: ['modeltrace'],
    schemaVersion: 41,
    version: 1,
    editable: true,
    graphTooltip: 1,
    timezone: 'browser',
    time: { from, to: 'now' },
    refresh: '',
    timepicker: {},
    annotations: { list: [] },
    links,
    templating: { list: variables },
    panels: panels.map((panel, index) => ({ id: index + 1, ...panel })),
  };
}

const at = (x, y, w, h) => ({ x, y, w, h });
const FAILURE_COLORS = [
  { color: 'green', value: null },
  { color: 'orange', value: 0.02 },
  { color: 'red', value: 0.1 },
];

function summary(filters, hosted) {
  const cells = [
    {
      title: 'Total requests',
      description: 'Successful and failed requests in the selected period.',
      measure: 'requests',
      unit: 'short',
    },
    {
      title: 'Failure rate',
      description: 'Failed requests (errors and timeouts) divided by all requests.',
      measure: 'failure_rate',
      unit: 'percentunit',
      decimals: 2,
      thresholds: FAILURE_COLORS,
    },
    {
      title: 'P99 latency',
      description: '99th percentile over all requests with a known duration, exact.',
      measure: 'duration_p99_ms',
      unit: 'ms',
    },
    ...(hosted
      ? [
          {
            title: 'Average credits per request',
            description: 'Credits consumed divided by responses generated.',
            measure: 'credits_per_request',
            unit: 'short',
            decimals: 4,
          },
        ]
      : [
          { title: 'Total tokens', description: 'Input plus output tokens.', measure: 'total_tokens', unit: 'short' },
          {
            title: 'Cost',
            description: 'Sum over requests with a known cost.',
            measure: 'cost_usd',
            unit: 'currencyUSD',
            decimals: 2,
          },
        ]),
  ];
  const width = 24 / cells.length;
  return cells.map((cell, i) =>
    stat({
      ...cell,
      filters,
      gridPos: at(Math.round(i * width), 0, Math.round((i + 1) * width) - Math.round(i * width), 4),
    }),
  );
}

function tokens(gridPos, filters) {
  return timeseries({
    title: 'Tokens',
    description:
      'Input and output tokens per hour (a single day) or per day. Cached tokens are part of the input tokens.',
    gridPos,
    unit: 'short',
    min: 0,
    custom: {
      drawStyle: 'bars',
      fillOpacity: 80,
      lineWidth: 0,
      showPoints: 'never',
      stacking: { mode: 'normal', group: 'A' },
    },
    calcs: ['sum'],
    overrides: [colorOf('A', 'blue'), colorOf('B', 'super-light-blue')],
    targets: [metrics('A', ['input_tokens'], filters), metrics('B', ['output_tokens'], filters)],
  });
}

const percentiles = (gridPos, filters) =>
  timeseries({
    title: 'Latency percentiles',
    description: 'P50, P90 and P99 per hour (a single day) or per day; exact.',
    gridPos,
    unit: 'ms',
    min: 0,
    targets: [metrics('A', ['duration_p50_ms', 'duration_p90_ms', 'duration_p99_ms'], filters)],
  });
const firstToken = (gridPos, filters) =>
  timeseries({
    title: 'Time to first token',
    description: 'Average and P90 over streamed requests.',
    gridPos,
    unit: 'ms',
    min: 0,
    targets: [metrics('A', ['ttft_avg_ms', 'ttft_p90_ms'], filters)],
  });

function analytics({ uid, title, modelType }) {
  const type = { model_type: [modelType] };
  const hosted = modelType !== 'external';
  const byModel = { ...type, model: ['$model'] };
  const filters = hosted
    ? { ...byModel, deployment: ['$deployment'], deployment_version: ['$version'] }
    : { ...byModel, connection: ['$connection'] };
  const variables = [
    fieldVariable('model', 'Model', 'model', type, { all: false }),
    ...(hosted
      ? [
          fieldVariable('deployment', 'Deployment', 'deployment', byModel),
          fieldVariable('version', 'Version', 'deployment_version', { ...byModel, deployment: ['$deployment'] }),
        ]
      : [fieldVariable('connection', 'Connection', 'connection', byModel)]),
  ];
  const panels = [
    ...summary(filters, hosted),
    latency(at(0, 4, 12, 9), filters),
    requests(at(12, 4, 12, 9), filters),
    hosted
      ? replicas(at(0, 13, 12, 9), { model: ['$model'], deployment: ['$deployment'], deployment_version: ['$version'] })
      : tokens(at(0, 13, 12, 9), filters),
    percentiles(at(12, 13, 12, 9), filters),
    firstToken(at(0, 22, 12, 8), filters),
    ...(hosted
      ? []
      : [
          timeseries({
            title: 'Cost',
            description: 'US dollars per hour (a single day) or per day, by connection.',
            gridPos: at(12, 22, 12, 8),
            unit: 'currencyUSD',
            min: 0,
            custom: {
              drawStyle: 'bars',
              fillOpacity: 80,
              lineWidth: 0,
              showPoints: 'never',
              stacking: { mode: 'normal', group: 'A' },
            },
            targets: [metrics('A', ['cost_usd'], filters, 'auto', { groupBy: ['connection'] })],
          }),
        ]),
  ];
  return dashboard({
    uid,
    title,
    description: `Latency, requests and usage of ${modelType} models.`,
    from: 'now-7d',
    variables,
    panels,
  });
}

function traces() {
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
    {
      type: 'textbox',
      name: 'search',
      label: 'Search',
      query: '',
      current: { text: '', value: '' },
      options: [],
      hide: 2,
      skipUrlSync: false,
    },
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

/** File name to dashboard. */
export const dashboards = {
  ...Object.fromEntries(VIEWS.map((view) => [`${view.uid}.json`, analytics(view)])),
  'modeltrace-traces.json': traces(),
};
