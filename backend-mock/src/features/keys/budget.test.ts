import { describe, expect, it } from 'vitest';
import { Budget } from './budget.js';

describe('what a key may spend in a minute', () => {
  it('is there at once and comes back evenly', () => {
    const budget = new Budget(60, 0);
    for (let i = 0; i < 60; i++) {
      expect(budget.left(0)).toBe(60 - i);
      budget.spend(1, 0);
    }
    expect(budget.left(0)).toBe(0);
    expect(budget.secondsUntilSome(0)).toBe(1);
    expect(budget.secondsUntilFull(0)).toBe(60);
    expect(budget.left(999)).toBe(0);
    expect(budget.left(1000)).toBe(1);
    expect(budget.left(3_600_000)).toBe(60);
  });

  it('may be overdrawn by one batch, whose debt is waited for', () => {
    const budget = new Budget(100, 0);
    budget.spend(450, 0);
    expect(budget.left(0)).toBe(0);
    expect(budget.secondsUntilSome(0)).toBe(211);
    expect(budget.left(210_000)).toBe(0);
    expect(budget.left(211_000)).toBe(1);
  });
});
