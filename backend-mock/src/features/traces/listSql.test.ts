import { describe, expect, it } from 'vitest';
import { listQuery, readCursor } from './listSql.js';

describe('the SQL of the traces list', () => {
  it('binds every value instead of writing it', () => {
    const hostile = "x') OR 1=1 --";
    const { sql, params } = listQuery(
      { q: hostile, filters: { model: [hostile], user_id: [hostile, 'b'] } },
      10,
      undefined,
    );
    expect(sql).not.toContain(hostile);
    expect(Object.values(params)).toEqual(expect.arrayContaining([hostile, [hostile, 'b']]));
  });

  it('skips data before the cursor by the time alone', () => {
    const cursor = Buffer.from('1795248000123456:r:1').toString('base64url');
    const { sql, params } = listQuery({}, 10, cursor);
    expect(sql).toContain("t.start_time <= {after_time:DateTime64(6, 'UTC')}");
    expect(params).toMatchObject({ after_time: '2026-11-21 08:00:00.123456', after_id: 'r:1' });
  });

  it.each([
    '',
    'x',
    '!!!',
    Buffer.from('12').toString('base64url'),
    Buffer.from('99999999999999999:a').toString('base64url'),
  ])('refuses the cursor %j', (cursor) => {
    expect(() => readCursor(cursor)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT', field: 'cursor' }) as Error,
    );
  });
});
