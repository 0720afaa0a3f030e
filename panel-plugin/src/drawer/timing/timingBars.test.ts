import { timingBars } from './timingBars';

const of = (chart: ReturnType<typeof timingBars>) =>
  Object.fromEntries(chart.bars.map((bar) => [bar.phase, [bar.startMs, bar.durationMs]]));

describe('phases of a request on one scale', () => {
  it('follow one another where that fills the whole', () => {
    const chart = timingBars({ queue_ms: 10, network_ms: 20, ttft_ms: 70, generation_ms: 100 }, 200);
    expect(of(chart)).toEqual({
      queue: [0, 10],
      network: [10, 20],
      ttft: [30, 70],
      generation: [100, 100],
      total: [0, 200],
    });
    expect(chart).toMatchObject({ scaleMs: 200, problems: [] });
  });

  it('put queue and network within the time to first token where it was counted from sending', () => {
    const chart = timingBars({ queue_ms: 30, network_ms: 20, ttft_ms: 100, generation_ms: 100 }, 200);
    expect(of(chart)).toEqual({
      queue: [0, 30],
      network: [30, 20],
      ttft: [0, 100],
      generation: [100, 100],
      total: [0, 200],
    });
    expect(chart.problems).toEqual([]);
  });

  it('show the time that nobody accounts for instead of stretching a phase', () => {
    expect(of(timingBars({ network_ms: 20 }, 120))).toEqual({ network: [0, 20], rest: [20, 100], total: [0, 120] });
  });

  it('show no unexplained time when no phase was measured at all', () => {
    expect(of(timingBars({}, 120))).toEqual({ total: [0, 120] });
  });

  it('longer than the request are drawn as reported, and it is said', () => {
    const chart = timingBars({ ttft_ms: 300, generation_ms: 200 }, 100);
    expect(of(chart)).toMatchObject({ ttft: [0, 300], generation: [300, 200], total: [0, 100] });
    expect(chart).toMatchObject({ scaleMs: 500, problems: [{ kind: 'too-long', sumMs: 500, totalMs: 100 }] });
  });

  it.each([-5, Number.NaN, Infinity])('leave out %s, which is no time, and it is said', (ttft) => {
    const chart = timingBars({ queue_ms: 10, ttft_ms: ttft }, 10);
    expect(of(chart)).toEqual({ queue: [0, 10], total: [0, 10] });
    expect(chart.problems).toEqual([{ kind: 'invalid', phases: ['ttft'] }]);
  });

  it('make the scale themselves when the whole is not known', () => {
    expect(timingBars({ ttft_ms: 300 }, null)).toMatchObject({ scaleMs: 300, problems: [{ kind: 'no-total' }] });
  });

  it('do not complain about the whole when no times were reported at all', () => {
    expect(timingBars({}, null)).toMatchObject({ bars: [], problems: [] });
  });

  it('have a scale above nothing when everything took no time', () => {
    expect(timingBars({ queue_ms: 0 }, 0).scaleMs).toBeGreaterThan(0);
  });

  it('forgive rounding', () => {
    expect(timingBars({ ttft_ms: 100.4, generation_ms: 100.4 }, 200).problems).toEqual([]);
  });
});
