import type { DemoProgress } from '../demo/fillDemo.js';

const number = new Intl.NumberFormat('en-US');

/** So many of something, e.g. `1 time`, `3 times`. */
export function counted(count: number, noun: string): string {
  return `${number.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A time span as people say it: `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function spanText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** How far a demo is, how fast, and how long it takes yet. */
export function progressText({ stored, before, traces }: DemoProgress, elapsedMs: number): string {
  const perSecond = ((stored - before) / Math.max(elapsedMs, 1)) * 1000;
  const percent = Math.floor((stored / Math.max(traces, 1)) * 100);
  const left = perSecond > 0 ? `, ${spanText((traces - stored) / perSecond)} left` : '';
  return `${number.format(stored)} of ${number.format(traces)} traces (${percent}%), ${number.format(Math.round(perSecond))} per second${left}`;
}
