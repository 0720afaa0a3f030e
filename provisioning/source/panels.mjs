// Panels of the provisioned dashboards. Queries are saved queries as contract/query.yaml describes them.

/** The data source by uid, as provisioned in datasources/modeltrace.yaml. */
export const datasource = { type: 'modeltrace-traces-datasource', uid: 'modeltrace' };

export const target = (refId, query) => ({ refId, datasource, schemaVersion: 2, ...query });

/** A query for measures; `interval` is that of contract/query.yaml. */
export const metrics = (refId, measures, filters, interval = 'auto', rest = {}) =>
  target(refId, { queryType: 'metrics', measures, filters, interval, ...rest });

const panel = (type, title, description, gridPos, rest) => ({ type, title, description, gridPos, datasource, ...rest });

/** One number for the whole range. */
export function stat({ title, description, gridPos, measure, filters, unit, decimals, search, thresholds }) {
  return panel('stat', title, description, gridPos, {
    targets: [metrics('A', [measure], filters, 'none', search ? { search } : {})],
    fieldConfig: {
      defaults: {
        unit,
        ...(decimals === undefined ? {} : { decimals }),
        color: { mode: thresholds ? 'thresholds' : 'fixed', ...(thresholds ? {} : { fixedColor: 'text' }) },
        thresholds: { mode: 'absolute', steps: thresholds ?? [{ color: 'text', value: null }] },
        noValue: '–',
      },
      overrides: [],
    },
    options: {
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      colorMode: 'value',
      graphMode: 'none',
      justifyMode: 'auto',
      textMode: 'value',
    },
  });
}

const lineDefaults = {
  drawStyle: 'line',
  lineInterpolation: 'linear',
  lineWidth: 1,
  fillOpacity: 0,
  // A single point, or one between two gaps, must be visible.
  showPoints: 'auto',
  pointSize: 6,
  spanNulls: false,
  stacking: { mode: 'none', group: 'A' },
};

/** Lines, bars or steps over time. `custom` overrides how they are drawn. */
export function timeseries({
  title,
  description,
  gridPos,
  targets,
  unit,
  custom = {},
  overrides = [],
  color,
  tooltip = 'multi',
  min,
  calcs = [],
}) {
  return panel('timeseries', title, description, gridPos, {
    targets,
    fieldConfig: {
      defaults: {
        unit,
        ...(min === undefined ? {} : { min }),
        color: color ? { mode: 'fixed', fixedColor: color } : { mode: 'palette-classic' },
        custom: { ...lineDefaults, ...custom },
      },
      overrides,
    },
    options: {
      legend: { displayMode: calcs.length > 0 ? 'table' : 'list', placement: 'bottom', showLegend: true, calcs },
      tooltip: { mode: tooltip, sort: 'none' },
    },
  });
}

/** Sets the colour of all series of one query. */
export const colorOf = (refId, fixedColor) => ({
  matcher: { id: 'byFrameRefID', options: refId },
  properties: [{ id: 'color', value: { mode: 'fixed', fixedColor } }],
});

/** Failures, the query B: red, and with points that can be seen and hit on a line that lies near zero. */
export const FAILURE_LINE = {
  matcher: { id: 'byFrameRefID', options: 'B' },
  properties: [
    ...colorOf('B', 'red').properties,
    { id: 'custom.lineWidth', value: 2 },
    { id: 'custom.showPoints', value: 'always' },
    { id: 'custom.pointSize', value: 8 },
  ],
};

/** Opens the request behind a latency point. */
export const openTrace = {
  title: 'Open this request',
  oneClick: true,
  url: '/d/modeltrace-traces?var-model=${__data.fields.model}&trace=${__data.fields.request_id}&${__url_time_range}',
};

/** Per-request latency; a point leads to its request. */
export function latency(gridPos, filters) {
  return timeseries({
    title: 'Model latency',
    description:
      'One point per request for up to seven days, the average per day for longer ranges. With more requests than the panel has room for, the slowest of each moment is shown. Click a point to open the request.',
    gridPos,
    unit: 'ms',
    color: 'blue',
    min: 0,
    custom: { showPoints: 'always', pointSize: 5 },
    // Averages over a day, which longer ranges show, have another name and no single request behind them.
    overrides: [{ matcher: { id: 'byName', options: 'Latency' }, properties: [{ id: 'links', value: [openTrace] }] }],
    tooltip: 'single',
    targets: [target('A', { queryType: 'latency', filters })],
  });
}

/** Successful and failed requests as two lines. */
export function requests(gridPos, filters) {
  return timeseries({
    title: 'Requests',
    description: 'Successful and failed requests per hour (a single day) or per day. A timeout counts as failed.',
    gridPos,
    unit: 'short',
    min: 0,
    calcs: ['sum'],
    overrides: [colorOf('A', 'green'), FAILURE_LINE],
    targets: [metrics('A', ['successes'], filters), metrics('B', ['failures'], filters)],
  });
}

/** Steps of replicas, one series per hardware configuration; the configured maximum in red for a single day. */
export function replicas(gridPos, filters) {
  return timeseries({
    title: 'Model scaling and usage',
    description:
      'Replicas by hardware configuration while the model was deployed. More than one series means multiple hardware. For a single day the red line is the configured maximum.',
    gridPos,
    unit: 'short',
    min: 0,
    custom: { lineInterpolation: 'stepAfter', lineWidth: 2, fillOpacity: 10, showPoints: 'never' },
    overrides: [
      {
        matcher: { id: 'byRegexp', options: '/maximum/i' },
        properties: [
          { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
          { id: 'custom.fillOpacity', value: 0 },
          { id: 'custom.lineStyle', value: { fill: 'dash', dash: [10, 10] } },
        ],
      },
    ],
    targets: [target('A', { queryType: 'replicas', filters })],
  });
}

/** The traces table of the Modeltrace panel. */
export function tracesTable(gridPos, filters, search) {
  return panel(
    'modeltrace-traces-panel',
    'Traces',
    'Newest first. Choose a row to see the request with its input and output.',
    gridPos,
    {
      targets: [target('A', { queryType: 'traces', filters, ...(search ? { search } : {}), limit: 100 })],
      fieldConfig: { defaults: {}, overrides: [] },
      options: {},
    },
  );
}

/** How many requests took how long, as a heatmap; a cell leads to its requests. */
export function heatmap(gridPos, title, description, filters) {
  return panel('heatmap', title, description, gridPos, {
    targets: [target('A', { queryType: 'heatmap', filters })],
    fieldConfig: { defaults: { custom: { scaleDistribution: { type: 'linear' } } }, overrides: [] },
    options: {
      calculate: false,
      calculation: {},
      color: {
        mode: 'scheme',
        scheme: 'Oranges',
        scale: 'exponential',
        exponent: 0.5,
        steps: 64,
        reverse: false,
        fill: 'dark-orange',
      },
      yAxis: { axisPlacement: 'left', reverse: false, unit: 'ms' },
      cellGap: 1,
      filterValues: { le: 1e-9 },
      rowsFrame: { layout: 'auto' },
      showValue: 'never',
      legend: { show: true },
      tooltip: { mode: 'single', yHistogram: false, showColorScale: false },
      exemplars: { color: 'rgba(255,0,255,0.7)' },
    },
  });
}
