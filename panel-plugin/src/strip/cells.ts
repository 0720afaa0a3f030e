import { t } from '@grafana/i18n';
import type { PercentileMethod, StripNumbers } from './readNumbers';
import { isTooFew, MIN_SAMPLES, type Percentile } from './sampleSize';
import { credits, exactCount, money, responseTime, share } from './stripFormats';

export type CellId = 'requests' | 'p90' | 'p99' | 'failureRate' | 'credits' | 'cost';

/** One number of the strip with the words about it. */
export interface StripCell {
  id: CellId;
  label: string;
  value: string;
  /** What must be known to read the number, below it. */
  note?: string;
  /** Whether the number is of too few requests; it is grey then, and the note says so. */
  isDoubtful: boolean;
  /** How the number was made, a sentence each. */
  help: string[];
}

/** Units of a share that a sentence names as percent. */
const PERCENT = 100;

/**
 * The cells for a selection. Credits and cost are left out where no request of it reports any.
 * @param liveTime time of day at which the numbers of a list were made that new traces come into
 */
export function stripCells(numbers: StripNumbers, liveTime?: string): StripCell[] {
  return [
    requestsCell(numbers, liveTime),
    percentileCell('p90', numbers),
    percentileCell('p99', numbers),
    failureCell(numbers),
    ...(numbers.credits === undefined ? [] : [creditsCell(numbers)]),
    ...(numbers.costUsd === undefined ? [] : [costCell(numbers)]),
  ];
}

function requestsCell({ requests }: StripNumbers, liveTime: string | undefined): StripCell {
  return {
    id: 'requests',
    label: t('strip.requests', 'Total requests'),
    value: exactCount(requests),
    isDoubtful: false,
    ...(liveTime !== undefined && { note: t('strip.live-as-of', 'as of {{time}}', { time: liveTime }) }),
    help: [
      t(
        'strip.requests-help',
        'All requests that the table lists, loaded or not: of the time range, model, search and filters chosen here and on the dashboard. Counted, not estimated.'
      ),
      ...(liveTime === undefined
        ? []
        : [
            t(
              'strip.live-help',
              'While new traces come in, all numbers are made anew soon after the table has changed, so they can be a moment behind it.'
            ),
          ]),
    ],
  };
}

function percentileCell(id: Percentile, numbers: StripNumbers): StripCell {
  const { durationSamples, method, requests } = numbers;
  const value = id === 'p90' ? numbers.p90Ms : numbers.p99Ms;
  const isDoubtful = value !== undefined && isTooFew(id, durationSamples);
  const samples = exactCount(durationSamples);
  return {
    id,
    label: id === 'p90' ? t('strip.p90', 'P90 response time') : t('strip.p99', 'P99 response time'),
    value: responseTime(value),
    isDoubtful,
    note: isDoubtful
      ? t('strip.too-few', '', {
          count: durationSamples,
          samples,
          defaultValue_one: 'only {{samples}} sample',
          defaultValue_other: 'only {{samples}} samples',
        })
      : sampleNote(numbers, samples),
    help: [
      id === 'p90'
        ? t('strip.p90-help', '90 % of the requests took at most this long (90th percentile).')
        : t('strip.p99-help', '99 % of the requests took at most this long (99th percentile).'),
      t('strip.samples-help', '', {
        count: durationSamples,
        samples,
        requests: exactCount(requests),
        defaultValue_one: 'Of {{samples}} request with a known response time, out of {{requests}}.',
        defaultValue_other: 'Of {{samples}} requests with a known response time, out of {{requests}}.',
      }),
      ...(durationSamples > 0 ? methodHelp(method) : []),
      ...(isDoubtful
        ? [
            t(
              'strip.too-few-help',
              'With fewer than {{minimum}} requests it is hardly more than the slowest one, so it is shown in grey.',
              { minimum: exactCount(MIN_SAMPLES[id]) }
            ),
          ]
        : []),
    ],
  };
}

function sampleNote({ durationSamples, method }: StripNumbers, samples: string): string {
  if (durationSamples === 0) {
    return t('strip.no-samples', 'no samples');
  }
  return method?.kind === 'sketch'
    ? t('strip.estimated', 'estimated, {{samples}} samples', { samples })
    : t('strip.exact', 'exact, {{samples}} samples', { samples });
}

function methodHelp(method: PercentileMethod | undefined): string[] {
  switch (method?.kind) {
    case 'exact':
      return [t('strip.exact-help', 'Exact: interpolated between the two nearest of them.')];
    case 'sketch':
      return [
        method.relativeError === undefined
          ? t('strip.sketch-help', 'Estimated from sketches, as there are too many requests to sort them all.')
          : t(
              'strip.sketch-error-help',
              'Estimated from sketches, as there are too many requests to sort them all; at most {{percent}} % off.',
              { percent: Number((method.relativeError * PERCENT).toPrecision(2)) }
            ),
      ];
    case undefined:
      return [];
  }
}

function failureCell({ failureRate, failures, requests }: StripNumbers): StripCell {
  return {
    id: 'failureRate',
    label: t('strip.failure-rate', 'Failure rate'),
    value: share(failureRate),
    isDoubtful: false,
    note: t('strip.failed', '{{failures}} failed', { failures: exactCount(failures) }),
    help: [
      t(
        'strip.failure-help',
        'Failed requests (errors and timeouts) divided by all requests: {{failures}} of {{requests}}.',
        { failures: exactCount(failures), requests: exactCount(requests) }
      ),
    ],
  };
}

function creditsCell(numbers: StripNumbers): StripCell {
  return {
    id: 'credits',
    label: t('strip.credits', 'Hosting credits'),
    value: credits(numbers.credits),
    isDoubtful: false,
    help: [t('strip.credits-help', 'Sum of the credits of the requests to hosted models. External models have none.')],
  };
}

function costCell({ costUsd, unpricedRequests }: StripNumbers): StripCell {
  return {
    id: 'cost',
    label: t('strip.cost', 'Cost'),
    value: money(costUsd),
    isDoubtful: false,
    ...(unpricedRequests > 0 && {
      note: t('strip.unpriced', '{{requests}} unpriced', { requests: exactCount(unpricedRequests) }),
    }),
    help: [
      t('strip.cost-help', 'Sum of the known costs.'),
      ...(unpricedRequests > 0
        ? [
            t('strip.unpriced-help', '', {
              count: unpricedRequests,
              requests: exactCount(unpricedRequests),
              defaultValue_one: 'It lacks {{requests}} request to an external model that has no known price.',
              defaultValue_other: 'It lacks {{requests}} requests to external models that have no known price.',
            }),
          ]
        : []),
    ],
  };
}
