import { metricsFrames } from '../fixtures/metrics';
import { stripCells, type CellId } from './cells';
import { readNumbers } from './readNumbers';

const hosted = {
  requests: 12_345,
  failures: 12,
  failure_rate: 12 / 12_345,
  duration_p90_ms: 1800,
  duration_p99_ms: 2530,
  duration_samples: 12_000,
  credits: 4321.5,
  unpriced_requests: 0,
};

function cellsOf(numbers: Record<string, number>, percentiles?: string) {
  const cells = stripCells(readNumbers(metricsFrames(numbers, percentiles)));
  return Object.fromEntries(cells.map((cell) => [cell.id, cell])) as Record<CellId, (typeof cells)[number] | undefined>;
}

describe('the numbers', () => {
  it('are those of the answer, in Grafana’s formats', () => {
    const cells = cellsOf(hosted);
    expect(cells.requests?.value).toBe('12,345');
    expect(cells.p90?.value).toBe('1.80 s');
    expect(cells.p99?.value).toBe('2.53 s');
    expect(cells.credits?.value).toBe('4.32 K');
  });

  it('do not turn a few failures among many requests into none', () => {
    expect(cellsOf({ ...hosted, failure_rate: 12 / 123_450 }).failureRate?.value).toBe('0.010%');
    expect(cellsOf({ ...hosted, failure_rate: 0.04 }).failureRate?.value).toBe('4.00%');
    expect(cellsOf({ ...hosted, failure_rate: 0 }).failureRate?.value).toBe('0.00%');
  });

  it('are zero requests and no rate or percentile where nothing matches', () => {
    const cells = cellsOf({});
    expect(cells.requests?.value).toBe('0');
    expect([cells.p90?.value, cells.p99?.value, cells.failureRate?.value]).toEqual(['–', '–', '–']);
    expect(cells.p99).toMatchObject({ isDoubtful: false, note: 'no samples' });
  });

  it('have credits for hosted models only, and a cost only where one is known', () => {
    expect(Object.keys(cellsOf(hosted))).not.toContain('cost');
    const external = cellsOf({ requests: 5, cost_usd: 0.96, unpriced_requests: 2 });
    expect(Object.keys(external)).not.toContain('credits');
    expect(external.cost).toMatchObject({ value: '$0.96', note: '2 unpriced' });
  });
});

describe('a percentile', () => {
  it('says how it was made and of how many samples', () => {
    expect(cellsOf(hosted).p99?.note).toBe('exact, 12,000 samples');
    expect(cellsOf(hosted).p99?.help.join(' ')).toContain(
      'Of 12,000 requests with a known response time, out of 12,345.'
    );
    const one = cellsOf({ ...hosted, requests: 1, duration_samples: 1, unpriced_requests: 1, cost_usd: 0 });
    expect(one.p99?.help.join(' ')).toContain('Of 1 request with a known response time, out of 1.');
    expect(one.cost?.help.join(' ')).toContain('It lacks 1 request to an external model');
    const estimated = cellsOf(hosted, 'sketch; relative-error=0.01').p99;
    expect(estimated?.note).toBe('estimated, 12,000 samples');
    expect(estimated?.help.join(' ')).toContain('at most 1 % off');
  });

  it('of too few samples to have any beyond it is marked, in words too', () => {
    const at = (samples: number) => {
      const { p90, p99 } = cellsOf({ ...hosted, duration_samples: samples });
      return [p90?.isDoubtful, p99?.isDoubtful];
    };
    expect([at(9), at(10), at(99), at(100)]).toEqual([
      [true, true],
      [false, true],
      [false, true],
      [false, false],
    ]);
    expect(cellsOf({ ...hosted, duration_samples: 30 }).p99?.note).toBe('only 30 samples');
  });
});
