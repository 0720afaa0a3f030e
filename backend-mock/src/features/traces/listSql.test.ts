import { describe, expect, it } from 'vitest';
import { readCursor } from './cursor.js';
import { type ListRequest, listQuery } from './listSql.js';

const NEWEST = { sort: 'start_time', order: 'desc' } as const;
const page = (fields: Partial<ListRequest>): ListRequest => ({ ...NEWEST, selection: {}, limit: 10, ...fields });
const after = (cursor: string) =>
  ({ side: 'after', position: readCursor(Buffer.from(cursor).toString('base64url'), NEWEST, 'cursor') }) as const;

describe('the SQL of the traces list', () => {
  it('binds every value instead of writing it', () => {
    const hostile = "x') OR 1=1 --";
    const filters = { model: [hostile], user_id: [hostile, 'b'] };
    const edge = { side: 'before', position: { startMicros: 1n, requestId: hostile, token: hostile } } as const;
    const { sql, params } = listQuery(
      page({ selection: { q: hostile, filters }, traceId: hostile, sort: 'source', edge }),
    );
    expect(sql).not.toContain(hostile);
    expect(params).toMatchObject({ trace_id: hostile, position_id: hostile });
    expect(Object.values(params).filter((value) => value === hostile)).toHaveLength(5);
    expect(Object.values(params)).toContainEqual([hostile, 'b']);
  });

  it('skips data before the cursor by the time alone', () => {
    const { sql, params } = listQuery(page({ edge: after('1795248000123456:r:1') }));
    expect(sql).toContain("t.start_time <= {position_time:DateTime64(6, 'UTC')}");
    expect(params).toMatchObject({ position_time: '2026-11-21 08:00:00.123456', position_id: 'r:1' });
  });

  it.each([
    '',
    'x',
    '!!!',
    Buffer.from('12').toString('base64url'),
    Buffer.from('99999999999999999:a').toString('base64url'),
    Buffer.from('start_time desc 77 1795248000123456:a').toString('base64url'),
  ])('refuses the cursor %j', (cursor) => {
    expect(() => readCursor(cursor, NEWEST, 'cursor')).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', field: 'cursor' }) as Error,
    );
  });

  it.each(['cost_usd desc x 1:a', 'cost_usd desc 99999999999999999999 1:a'])(
    'refuses the cursor %j that no row has',
    (text) => {
      const cursor = Buffer.from(text).toString('base64url');
      expect(() => readCursor(cursor, { sort: 'cost_usd', order: 'desc' }, 'before')).toThrow(
        expect.objectContaining({ code: 'INVALID_ARGUMENT', field: 'before' }) as Error,
      );
    },
  );
});
