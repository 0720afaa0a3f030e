import { get, post, ratioLine } from '../measure.mjs';
import { daysBefore, UNTIL } from '../server/dataSet.mjs';

const MODEL = { model: ['gpt-4.1'] };
const HOSTED = { model_type: ['fine-tuned'] };
const metrics = (days, body) =>
  post('/api/v1/metrics', { from: daysBefore(days), to: UNTIL, time_zone: 'Europe/Berlin', ...body });

/** The charts of provisioning/dashboards, over the ranges that people look at. */
const CHARTS = [
  [
    '30-day strip: requests, P90, P99, failure rate',
    metrics(30, { measures: ['requests', 'duration_p90_ms', 'duration_p99_ms', 'failure_rate'] }),
  ],
  [
    'the same of one model',
    metrics(30, { measures: ['requests', 'duration_p90_ms', 'duration_p99_ms', 'failure_rate'], filters: MODEL }),
  ],
  [
    'latency of one model, 7 days',
    post('/api/v1/latency', { from: daysBefore(7), to: UNTIL, max_points: 2000, filters: MODEL }),
  ],
  ['requests per day by outcome, 90 days', metrics(90, { measures: ['successes', 'failures'], interval: '1d' })],
  ['average latency per day, 90 days', metrics(90, { measures: ['duration_avg_ms'], interval: '1d' })],
  [
    'latency percentiles per day, 30 days',
    metrics(30, { measures: ['duration_p50_ms', 'duration_p90_ms', 'duration_p99_ms'], interval: '1d' }),
  ],
  [
    'tokens per day by model, 30 days',
    metrics(30, { measures: ['input_tokens', 'output_tokens'], interval: '1d', group_by: ['model'] }),
  ],
  [
    'cost per day by model, 30 days',
    metrics(30, { measures: ['cost_usd', 'cost_per_request_usd'], interval: '1d', group_by: ['model'] }),
  ],
  ['credits per request, 30 days', metrics(30, { measures: ['credits_per_request'], filters: HOSTED })],
  ['time to first token per day, 30 days', metrics(30, { measures: ['ttft_avg_ms', 'ttft_p90_ms'], interval: '1d' })],
  [
    'output tokens per second per day, 30 days',
    metrics(30, { measures: ['output_tokens_per_second'], interval: '1d' }),
  ],
  ['requests per hour, 1 day', metrics(1, { measures: ['successes', 'failures'], interval: '1h' })],
  ['latency heatmap, 30 days', post('/api/v1/heatmap', { from: daysBefore(30), to: UNTIL, interval: '1d' })],
  ['replicas, 30 days', get(`/api/v1/replicas?from=${daysBefore(30)}&to=${UNTIL}`)],
];

export default {
  name: 'charts',
  async run({ server, runs }) {
    const lines = [];
    for (const [name, request] of CHARTS)
      lines.push({ ...(await ratioLine(name, 1.3, server, runs, request)), grows: true });
    return lines;
  },
};
