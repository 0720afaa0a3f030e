import { colorOf, metrics, timeseries } from './panels.mjs';

/** Input and output tokens as stacked bars. */
export function tokens(gridPos, filters) {
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

/** Percentiles of latency. */
export const percentiles = (gridPos, filters) =>
  timeseries({
    title: 'Latency percentiles',
    description: 'P50, P90 and P99 per hour (a single day) or per day; exact.',
    gridPos,
    unit: 'ms',
    min: 0,
    targets: [metrics('A', ['duration_p50_ms', 'duration_p90_ms', 'duration_p99_ms'], filters)],
  });

/** Time to first token. */
export const firstToken = (gridPos, filters) =>
  timeseries({
    title: 'Time to first token',
    description: 'Average and P90 over streamed requests.',
    gridPos,
    unit: 'ms',
    min: 0,
    targets: [metrics('A', ['ttft_avg_ms', 'ttft_p90_ms'], filters)],
  });

/** Cost by connection as stacked bars. */
export const cost = (gridPos, filters) =>
  timeseries({
    title: 'Cost',
    description: 'US dollars per hour (a single day) or per day, by connection.',
    gridPos,
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
  });

/** How fast answers are generated. */
export const tokensPerSecond = (gridPos, filters) =>
  timeseries({
    title: 'Output tokens per second',
    description: 'Output tokens divided by the time of the requests that report both.',
    gridPos,
    unit: 'short',
    min: 0,
    targets: [metrics('A', ['output_tokens_per_second'], filters)],
  });
