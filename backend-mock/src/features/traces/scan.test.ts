import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CodedError } from '../../errors.js';
import { toEngineTime } from '../../ingest/engineTime.js';
import type { Query, Store } from '../../store/store.js';
import { readCursor, timeCursor } from './cursor.js';
import type { Edge } from './keysetSql.js';
import type { ListRequest, RowKey } from './listSql.js';
import { scanKeys } from './scan.js';

const BASE = Date.parse('2026-01-01T00:00:00Z') * 1000;
const timeout = () => new CodedError('INTERNAL', 'x', { cause: Object.assign(new Error('x'), { code: '159' }) });
const micros = (value: unknown) =>
  Date.parse(`${String(value).slice(0, 19).replace(' ', 'T')}Z`) * 1000 + Number(String(value).slice(20));

/** A store with these rows, of whose windows some fail as if they took too long: those wider than `widest`. */
function storeOf(rows: readonly RowKey[], list: ListRequest, widest: number): Store {
  const isDescending = (list.order === 'desc') !== (list.edge?.side === 'before');
  const sign = isDescending ? -1 : 1;
  const compare = (a: RowKey, b: RowKey) =>
    sign *
    (a.start_micros - b.start_micros || (a.request_id < b.request_id ? -1 : Number(a.request_id > b.request_id)));
  const isBeyond = (row: RowKey) => {
    if (!list.edge) return true;
    const { startMicros, requestId } = list.edge.position;
    return compare(row, { model: '', start_micros: Number(startMicros), request_id: requestId }) > 0;
  };
  const answer = ({ params }: Query): unknown[] => {
    const times = rows.map((row) => row.start_micros);
    if (!('window_from' in params)) return [{ first: Math.min(...times), last: Math.max(...times) }];
    const [from, to] = [micros(params['window_from']), micros(params['window_to'])];
    if (to - from > widest) throw timeout();
    const found = rows.filter((row) => row.start_micros >= from && row.start_micros < to && isBeyond(row));
    return found.sort(compare).slice(0, Number(params['limit']));
  };
  return { rows: (query: Query) => Promise.resolve().then(() => answer(query)) } as unknown as Store;
}

const key = fc.record({
  model: fc.constant('m'),
  // Close together and far apart, with many at the same time.
  start_micros: fc
    .oneof(
      fc.nat(20),
      fc.nat(90 * 86_400).map((s) => s * 1_000_000),
    )
    .map((offset) => BASE + offset),
  request_id: fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', 'b', 'c') }),
});
const rowsOfTable = fc.uniqueArray(key, {
  minLength: 1,
  maxLength: 60,
  selector: (row) => `${row.start_micros} ${row.request_id}`,
});

afterEach(() => vi.useRealTimers());

describe('a search in windows', () => {
  it('whose budget is spent again and again gives every row once, in order, by going on', async () => {
    await fc.assert(
      fc.asyncProperty(
        rowsOfTable,
        fc.constantFrom('asc' as const, 'desc' as const),
        fc.constantFrom('after' as const, 'before' as const),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom(21_600_000_000, 86_400_000_000, 1e15),
        async (rows, order, side, limit, widest) => {
          const ranking = { sort: 'start_time', order } as const;
          const isDescending = (order === 'desc') !== (side === 'before');
          const far = isDescending ? BigInt(BASE) * 2n : 0n;
          let edge: Edge = { side, position: { startMicros: far, requestId: '' } };
          const seen: RowKey[] = [];
          for (let pages = 0; pages < 2000; pages++) {
            const list: ListRequest = { ...ranking, selection: {}, limit, edge };
            const { keys, stoppedAt } = await scanKeys(storeOf(rows, list, widest), list, 0);
            seen.push(...keys);
            const last = keys.at(-1);
            if (stoppedAt === undefined && (keys.length < limit || !last)) break;
            const ofLast = { startMicros: BigInt(last?.start_micros ?? 0), requestId: last?.request_id ?? '' };
            const cursor = timeCursor(ranking, stoppedAt ?? ofLast);
            edge = { side, position: readCursor(cursor, ranking, 'cursor') };
          }
          const whole: ListRequest = {
            ...ranking,
            selection: {},
            limit: 1000,
            edge: { side, position: { startMicros: far, requestId: '' } },
          };
          const all = await scanKeys(storeOf(rows, whole, 1e15), whole, 60_000);
          expect(all.keys).toHaveLength(rows.length);
          expect(seen).toEqual(all.keys);
        },
      ),
      { numRuns: Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 100) },
    );
  });

  it('stays within the range that was asked for', async () => {
    const rows = [0, 1, 2, 3].map((hour) => ({
      model: 'm',
      start_micros: BASE + hour * 3_600_000_000,
      request_id: 'a',
    }));
    const selection = { from: '2026-01-01T01:00:00Z', to: '2026-01-01T03:00:00Z' };
    expect(toEngineTime(selection.from)).toBe('2026-01-01 01:00:00.000000');
    const list: ListRequest = { sort: 'start_time', order: 'desc', selection, limit: 10 };
    expect((await scanKeys(storeOf(rows, list, 1e15), list, 1000)).keys).toEqual([rows[2], rows[1]]);
  });

  it.each([50, 400, 5000])(
    'lets its statements take no longer than a budget of %d ms and some seconds when none of them ends in time',
    async (budgetMs) => {
      vi.useFakeTimers({ toFake: ['performance'] });
      const position = { startMicros: BigInt(BASE) + 1_000_000n, requestId: 'b' };
      const list: ListRequest = { sort: 'start_time', order: 'desc', selection: {}, limit: 10 };
      let searching = 0;
      const busy = {
        rows: ({ sql, params }: Query) => {
          if (!('window_from' in params)) return Promise.resolve([{ first: BASE, last: BASE + 90 * 86_400_000_000 }]);
          const allowedMs = 1000 * Number(/max_execution_time = ([\d.]+)/.exec(sql)?.[1]);
          searching += allowedMs;
          vi.advanceTimersByTime(allowedMs);
          return Promise.reject(timeout());
        },
      } as unknown as Store;
      const result = await scanKeys(busy, { ...list, edge: { side: 'after', position } }, budgetMs);
      expect(result).toEqual({ keys: [], stoppedAt: position });
      expect(searching).toBeLessThanOrEqual(Math.max(budgetMs, 3000) + 100);
      const { stoppedAt } = await scanKeys(busy, list, budgetMs);
      expect(stoppedAt).toEqual({ startMicros: BigInt(BASE + 90 * 86_400_000_000 + 1), requestId: '' });
    },
  );

  it('fails with any other error of the engine', async () => {
    const list: ListRequest = { sort: 'start_time', order: 'desc', selection: {}, limit: 10 };
    const broken = { rows: () => Promise.reject(new CodedError('INTERNAL', 'broken')) } as unknown as Store;
    await expect(scanKeys(broken, list, 1000)).rejects.toThrow('broken');
  });
});
