import { at, dashboard, FAILURE_COLORS } from './dashboard.mjs';
import { latency, replicas, requests, stat } from './panels.mjs';
import { cost, firstToken, percentiles, tokens, tokensPerSecond } from './usagePanels.mjs';
import { fieldVariable } from './variables.mjs';
import { withLinks } from './tracesLinks.mjs';

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
  return withLinks(
    cells.map((cell, i) =>
      stat({
        ...cell,
        filters,
        gridPos: at(Math.round(i * width), 0, Math.round((i + 1) * width) - Math.round(i * width), 4),
      }),
    ),
  );
}

/** The analytics view of one model type. */
export function analytics({ uid, title, modelType }) {
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
    ...withLinks([latency(at(0, 4, 12, 9), filters), requests(at(12, 4, 12, 9), filters)]),
    hosted
      ? replicas(at(0, 13, 12, 9), { model: ['$model'], deployment: ['$deployment'], deployment_version: ['$version'] })
      : tokens(at(0, 13, 12, 9), filters),
    percentiles(at(12, 13, 12, 9), filters),
    firstToken(at(0, 22, 12, 8), filters),
    hosted ? tokensPerSecond(at(12, 22, 12, 8), filters) : cost(at(12, 22, 12, 8), filters),
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
