import type { components } from '../../contract/api.gen';

type Timing = components['schemas']['Timing'];

/** Phases in the order in which a request goes through them, then the whole. */
const PHASES = ['queue', 'network', 'ttft', 'generation'] as const;

type Phase = (typeof PHASES)[number];

/** A phase as a bar. All numbers are milliseconds since the request began. */
export interface TimingBar {
  phase: Phase | 'rest' | 'total';
  startMs: number;
  durationMs: number;
}

/** What is wrong with the times that were reported; they are shown nevertheless. */
export type TimingProblem =
  /** A phase is below zero or no number and is left out. */
  | { kind: 'invalid'; phases: Phase[] }
  /** However they are laid out, the phases take longer than the request. */
  | { kind: 'too-long'; sumMs: number; totalMs: number }
  /** The whole was not reported, so the scale is that of the phases. */
  | { kind: 'no-total' };

interface TimingChart {
  bars: TimingBar[];
  /** Milliseconds that the full width stands for; above 0. */
  scaleMs: number;
  problems: TimingProblem[];
}

/** Clocks and rounding differ a little between those who measure. */
const TOLERANCE_SHARE = 0.01;
const TOLERANCE_MS = 1;

/**
 * Lays the phases out on one scale. They follow one another when that fits into the whole. Many clients count the time
 * to first token from sending, queue and network included: when only that fits, these lie within it. Time of the whole
 * that no phase accounts for is a bar of its own.
 */
export function timingBars(timing: Timing, durationMs: number | null): TimingChart {
  const reported = {
    queue: timing.queue_ms,
    network: timing.network_ms,
    ttft: timing.ttft_ms,
    generation: timing.generation_ms,
  };
  const measured = PHASES.filter((phase) => isTime(reported[phase]));
  const times = new Map(measured.map((phase) => [phase, Number(reported[phase])]));
  const invalid = PHASES.filter((phase) => isReported(reported[phase]) && !times.has(phase));
  const problems: TimingProblem[] = invalid.length > 0 ? [{ kind: 'invalid', phases: invalid }] : [];

  const totalMs = isTime(durationMs) ? durationMs : undefined;
  const inRow = inSequence(times, 0);
  const overlapping = fromStart(times);
  const fits = (bars: TimingBar[]) =>
    totalMs === undefined || endOf(bars) <= totalMs * (1 + TOLERANCE_SHARE) + TOLERANCE_MS;
  const phases = fits(inRow) || !fits(overlapping) ? inRow : overlapping;
  const endMs = endOf(phases);

  if (totalMs === undefined) {
    // Where there are no times at all, that alone is said.
    if (phases.length > 0) {
      problems.push({ kind: 'no-total' });
    }
  } else if (!fits(phases)) {
    problems.push({ kind: 'too-long', sumMs: endMs, totalMs });
  }
  const rest: TimingBar[] =
    totalMs !== undefined &&
    phases.length > 0 &&
    fits(phases) &&
    totalMs - endMs > totalMs * TOLERANCE_SHARE + TOLERANCE_MS
      ? [{ phase: 'rest', startMs: endMs, durationMs: totalMs - endMs }]
      : [];
  const total: TimingBar[] = totalMs === undefined ? [] : [{ phase: 'total', startMs: 0, durationMs: totalMs }];
  return { bars: [...phases, ...rest, ...total], scaleMs: Math.max(endMs, totalMs ?? 0) || 1, problems };
}

function inSequence(times: ReadonlyMap<Phase, number>, fromMs: number): TimingBar[] {
  let startMs = fromMs;
  return [...times].map(([phase, durationMs]) => {
    const bar = { phase, startMs, durationMs };
    startMs += durationMs;
    return bar;
  });
}

/** Queue and network within the time to first token, which begins with the request. */
function fromStart(times: ReadonlyMap<Phase, number>): TimingBar[] {
  const before = new Map([...times].filter(([phase]) => phase === 'queue' || phase === 'network'));
  const after = new Map([...times].filter(([phase]) => phase === 'ttft' || phase === 'generation'));
  return [...inSequence(before, 0), ...inSequence(after, times.has('ttft') ? 0 : endOf(inSequence(before, 0)))];
}

function endOf(bars: readonly TimingBar[]): number {
  return bars.reduce((end, bar) => Math.max(end, bar.startMs + bar.durationMs), 0);
}

function isReported(time: number | null | undefined): boolean {
  return time !== null && time !== undefined;
}

function isTime(time: number | null | undefined): time is number {
  return typeof time === 'number' && Number.isFinite(time) && time >= 0;
}
