import { describe, expect, it, vi } from 'vitest';
import { demo } from './demo.js';
import { readDemoOptions } from './demoOptions.js';
import { counted, progressText, spanText } from './demoProgress.js';

describe('the arguments of `modeltrace demo`', () => {
  it('have defaults and are read as they are documented', () => {
    expect(readDemoOptions([])).toEqual({ traces: 200_000, seed: 1, days: 30 });
    expect(
      readDemoOptions(['--traces', '10000000', '--seed', '7', '--days=90', '--until', '2026-11-20T12:00:00Z']),
    ).toEqual({ traces: 10_000_000, seed: 7, days: 90, until: new Date('2026-11-20T12:00:00Z') });
  });

  it('--help is help, not a fault', async () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const code = await demo(['--help']);
    const [said, faults] = [out.mock.calls, err.mock.calls];
    vi.restoreAllMocks();
    expect(code).toBe(0);
    expect(said.join()).toMatch(/^Usage: modeltrace demo/);
    expect(faults).toEqual([]);
  });

  it.each([
    [['--traces', '0'], /--traces must be a whole number/],
    [['--traces', '1e6'], /--traces must be a whole number/],
    [['--seed', '-1'], /--seed|known/],
    [['--days', 'many'], /--days must be/],
    [['--until', 'yesterday'], /--until must be a time/],
    [['--until', '2026-13-40'], /--until must be a time/],
    [['--rows', '5'], /Only --traces/],
    [['5'], /Only --traces/],
    [['--remove', '--seed', '1'], /--remove takes no other/],
  ])('%j is refused with a sentence that names what is wrong', (args, sentence) => {
    expect(readDemoOptions(args)).toEqual({ refused: expect.stringMatching(sentence) as string });
  });
});

describe('the progress of a demo', () => {
  it('says how far it is, how fast, and how long it takes yet; traces of an earlier start are no speed', () => {
    expect(progressText({ stored: 1_500_000, before: 500_000, traces: 10_000_000 }, 10_000)).toBe(
      '1,500,000 of 10,000,000 traces (15%), 100,000 per second, 1 min 25 s left',
    );
    expect([counted(1, 'time'), counted(1200, 'trace')]).toEqual(['1 time', '1,200 traces']);
    expect(spanText(59.4)).toBe('59 s');
    expect(spanText(7_500)).toBe('2 h 5 min');
  });
});
