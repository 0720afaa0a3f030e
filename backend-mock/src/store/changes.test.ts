import { describe, expect, it } from 'vitest';
import { untilChanged } from './changes.js';

const MINUTE_MS = 60_000;

/** An engine whose list of changes says in turn what is given, the last again and again, on a clock that waiting moves. */
function engineSaying(...said: { open: number; failing: number }[]) {
  const executed: { sql: string; params: object }[] = [];
  const asked: { sql: string; params: object }[] = [];
  let nowMs = 0;
  return {
    executed,
    asked,
    store: {
      partsTable: (table: string) => `${table}_parts`,
      systemTable: (name: string) => `system.${name}`,
      rows: <Row>(query: { sql: string; params: object }) => {
        asked.push(query);
        return Promise.resolve([(said.length > 1 ? said.shift() : said[0]) as Row]);
      },
      execute: (statement: { sql: string; params: object }) => {
        executed.push(statement);
        return Promise.resolve();
      },
    },
    clock: {
      now: () => nowMs,
      pause: (ms: number) => {
        nowMs += ms;
        return Promise.resolve();
      },
    },
  };
}

const OPEN = { open: 2, failing: 0 };
const FAILING = { open: 2, failing: 1 };
const DONE = { open: 0, failing: 0 };

describe('a change of stored rows', () => {
  it('is waited for as long as it takes while nothing fails', async () => {
    const { store, clock, executed } = engineSaying(...Array.from({ length: 1000 }, () => OPEN), DONE);
    await untilChanged(store, 'traces', 'mark', clock);
    expect(clock.now()).toBeGreaterThan(5 * MINUTE_MS);
    expect(executed).toEqual([]);
  });

  it('that fails for a minute is taken back, and the caller hears of it', async () => {
    const { store, clock, executed, asked } = engineSaying(FAILING);
    await expect(untilChanged(store, 'traces', 'mark', clock)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(clock.now()).toBeGreaterThan(MINUTE_MS);
    expect(clock.now()).toBeLessThan(MINUTE_MS + 1000);
    expect(executed).toHaveLength(1);
    // Only this change is taken back: the one that was asked about, of this table, by its mark.
    expect(executed[0]?.sql).toMatch(/^KILL MUTATION WHERE .*position\(command, \{mark:String\}\)/);
    expect(executed[0]?.sql.split('WHERE')[1]).toBe(asked[0]?.sql.split('WHERE')[1]);
    expect(executed[0]?.params).toEqual({ table: 'traces_parts', mark: 'mark' });
  });

  it('that fails for a moment now and then, as when memory is short, is not given up', async () => {
    const almostAMinute = Array.from({ length: 100 }, () => FAILING);
    const { store, clock, executed } = engineSaying(...almostAMinute, OPEN, ...almostAMinute, DONE);
    await untilChanged(store, 'traces', 'mark', clock);
    expect(clock.now()).toBeGreaterThan(MINUTE_MS);
    expect(executed).toEqual([]);
  });
});
