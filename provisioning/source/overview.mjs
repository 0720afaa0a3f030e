import { at, dashboard, FAILURE_COLORS } from './dashboard.mjs';
import {
  colorOf,
  datasource,
  FAILURE_LINE,
  heatmap,
  metrics,
  stat,
  target,
  timeseries,
  tracesTable,
} from './panels.mjs';
import { adHocFilters, choiceVariable, fieldVariable } from './variables.mjs';
import { withLinks } from './tracesLinks.mjs';

const FILTERS = { model_type: ['$model_type'], model: ['$model'] };

const annotation = (name, iconColor, query) => ({
  name,
  datasource,
  enable: true,
  hide: false,
  iconColor,
  target: target('Anno', { queryType: 'annotations', filters: FILTERS, ...query }),
});

const NUMBERS = [
  { title: 'Requests', description: 'Successful and failed requests.', measure: 'requests', unit: 'short' },
  {
    title: 'Failure rate',
    description: 'Failed requests (errors and timeouts) divided by all requests.',
    measure: 'failure_rate',
    unit: 'percentunit',
    decimals: 2,
    thresholds: FAILURE_COLORS,
  },
  {
    title: 'P95 latency',
    description: '95th percentile over all requests with a known duration.',
    measure: 'duration_p95_ms',
    unit: 'ms',
  },
  {
    title: 'P90 time to first token',
    description: '90th percentile over streamed requests that report it.',
    measure: 'ttft_p90_ms',
    unit: 'ms',
  },
  { title: 'Tokens', description: 'Input plus output tokens.', measure: 'total_tokens', unit: 'short' },
  {
    title: 'Cost',
    description: 'Sum over requests with a known cost.',
    measure: 'cost_usd',
    unit: 'currencyUSD',
    decimals: 2,
  },
];

/** A chart that compares the ten groups with the most requests. */
const comparison = (gridPos, title, measure, unit, custom = {}) =>
  timeseries({
    title,
    description: 'One series for each of the ten groups with the most requests. Click a point for its requests.',
    gridPos,
    unit,
    min: 0,
    custom,
    targets: [metrics('A', [measure], FILTERS, '$interval', { groupBy: ['$by'], seriesLimit: 10 })],
  });

/** All models at a glance: filters of any field, deployments and error bursts marked, groups compared. */
export function overview() {
  const variables = [
    fieldVariable('model_type', 'Model type', 'model_type', {}),
    fieldVariable('model', 'Model', 'model', { model_type: ['$model_type'] }),
    choiceVariable('by', 'Compare', [
      ['Models', 'model'],
      ['Deployments', 'deployment'],
      ['Versions', 'deployment_version'],
      ['Connections', 'connection'],
      ['Providers', 'provider'],
      ['Users', 'user_id'],
    ]),
    choiceVariable('interval', 'Interval', [
      ['Automatic', 'auto'],
      ['5 minutes', '5m'],
      ['1 hour', '1h'],
      ['6 hours', '6h'],
      ['1 day', '1d'],
    ]),
    adHocFilters(),
  ];
  const panels = [
    ...NUMBERS.map((cell, i) => stat({ ...cell, filters: FILTERS, gridPos: at(i * 4, 0, 4, 4) })),
    timeseries({
      title: 'Requests over time',
      description: 'Successful and failed requests. Deployments and error bursts are marked.',
      gridPos: at(0, 4, 12, 9),
      unit: 'short',
      min: 0,
      calcs: ['sum'],
      overrides: [colorOf('A', 'green'), FAILURE_LINE],
      targets: [metrics('A', ['successes'], FILTERS, '$interval'), metrics('B', ['failures'], FILTERS, '$interval')],
    }),
    heatmap(at(12, 4, 12, 9), 'Latency', 'How many requests took how long. Click a cell for its requests.', FILTERS),
    comparison(at(0, 13, 12, 9), 'P95 latency compared', 'duration_p95_ms', 'ms'),
    comparison(at(12, 13, 12, 9), 'Failure rate compared', 'failure_rate', 'percentunit'),
    comparison(at(0, 22, 12, 9), 'Tokens compared', 'total_tokens', 'short', {
      drawStyle: 'bars',
      fillOpacity: 80,
      lineWidth: 0,
      showPoints: 'never',
      stacking: { mode: 'normal', group: 'A' },
    }),
    comparison(at(12, 22, 12, 9), 'P90 time to first token compared', 'ttft_p90_ms', 'ms'),
    {
      ...tracesTable(at(0, 31, 24, 14), FILTERS),
      title: 'Newest requests',
      options: { showStrip: false, showModelPicker: false },
    },
  ];
  return dashboard({
    uid: 'modeltrace-overview',
    title: 'Model overview',
    description: 'All models at a glance, compared and filtered by any field.',
    from: 'now-7d',
    variables,
    annotations: [
      annotation('Deployments', 'blue', { kinds: ['deployment', 'version-change'] }),
      annotation('Error bursts', 'red', { kinds: ['error-burst'] }),
    ],
    panels: withLinks(panels),
  });
}
