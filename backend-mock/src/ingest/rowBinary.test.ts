import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';
import { SPAN_COLUMN_KINDS, SPAN_COLUMNS, TRACE_COLUMN_KINDS, TRACE_COLUMNS } from './columns.js';
import { jsonLine } from './jsonLine.js';
import { RowBinaryWriter } from './rowBinary.js';
import { toTraceRow } from './traceRow.js';

let server: TestServer;

beforeAll(async () => {
  server = await openTestServer();
});

afterAll(async () => {
  await server.close();
});

/** What the engine has of the rows when they come as JSON and when they come as bytes. */
async function storedBothWays(table: string, columns: readonly string[], rows: readonly object[]) {
  const kinds = table === 'traces' ? TRACE_COLUMN_KINDS : SPAN_COLUMN_KINDS;
  const writer = new RowBinaryWriter(kinds);
  const stored: unknown[] = [];
  for (const way of ['json', 'bytes']) {
    const copy = `both_${table}_${way}`;
    await server.store.execute({ sql: `CREATE OR REPLACE TABLE ${copy} AS ${table} ENGINE = Memory`, params: {} });
    if (way === 'json') await server.store.insert(copy, columns, rows.map(jsonLine));
    else
      await server.store.insertRows(
        copy,
        columns,
        rows.map((row) => writer.row(row)),
      );
    stored.push(await server.store.rows({ sql: `SELECT ${columns.join(', ')} FROM ${copy}`, params: {} }));
  }
  return stored;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  // Around the lengths at which a length takes one byte more.
  fc.tuple(fc.constantFrom('a', 'ü', '€', '😀'), fc.integer({ min: 40, max: 130 })).map(([one, n]) => one.repeat(n)),
  fc.constantFrom(16_383, 16_384).map((n) => 'x'.repeat(n)),
  fc.constant('ü'.repeat(9000)),
);
const anyNumber = fc.oneof(fc.constantFrom(null, 0, Infinity, NaN, 1e308, 5e-324), fc.double({ noNaN: true }));
const anyCount = fc.option(fc.integer({ min: 0, max: 0xffff_ffff }));
const anyTime = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2261-12-31T23:59:59Z'), noInvalidDate: true })
  .chain((date) =>
    fc
      .integer({ min: 0, max: 999_999 })
      .map((micros) => `${date.toISOString().slice(0, 19).replace('T', ' ')}.${String(micros).padStart(6, '0')}`),
  );

const BY_KIND = {
  text: anyText,
  textMap: fc.dictionary(anyText, anyText, { maxKeys: 3 }),
  time: anyTime,
  float64: fc.double({ noNaN: true, noDefaultInfinity: true }),
  nullableFloat64: fc.oneof({ weight: 9, arbitrary: anyNumber }, { weight: 1, arbitrary: fc.constant(-0) }),
  nullableUInt32: anyCount,
  nullableUInt16: fc.option(fc.integer({ min: 0, max: 0xffff })),
  uint32: fc.integer({ min: 0, max: 0xffff_ffff }),
  bool: fc.boolean(),
};

const anyRow = (kinds: typeof TRACE_COLUMN_KINDS) =>
  fc.record(Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, BY_KIND[kind]])));

const runs = Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 5);

describe('rows written as bytes', () => {
  it.each([
    ['traces', TRACE_COLUMNS, TRACE_COLUMN_KINDS],
    ['spans', SPAN_COLUMNS, SPAN_COLUMN_KINDS],
  ] as const)(
    'are stored in %s as the same rows written as JSON are, whatever is in them',
    async (table, columns, kinds) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyRow(kinds), { minLength: 1, maxLength: 8 }), async (rows) => {
          const [asJson, asBytes] = await storedBothWays(table, columns, rows);
          expect(asBytes).toEqual(asJson);
        }),
        { numRuns: runs },
      );
    },
  );

  it('say that a count is not known when it is too large for its column, instead of another number', async () => {
    const row = {
      ...toTraceRow(aTrace({ request_id: 'r' })),
      cost_source: '',
      price_id: '',
      price_version: 0,
      input_tokens: 2 ** 32,
    };
    const writer = new RowBinaryWriter(TRACE_COLUMN_KINDS);
    const copy = 'too_large';
    await server.store.execute({ sql: `CREATE TABLE ${copy} AS traces ENGINE = Memory`, params: {} });
    await server.store.insertRows(copy, TRACE_COLUMNS, [writer.row(row), writer.row({ ...row, input_tokens: 7 })]);
    expect(await server.store.rows({ sql: `SELECT input_tokens FROM ${copy}`, params: {} })).toEqual([
      { input_tokens: null },
      { input_tokens: 7 },
    ]);
  });

  it('do not change rows written before, also when one comes that is larger than all buffers', () => {
    const writer = new RowBinaryWriter({ name: 'text', value: 'text' });
    const rows = ['a', 'b'.repeat(3_000_000), 'c'].map((text) => writer.row({ name: 'n', value: text }));
    expect(Buffer.from(rows[0] ?? []).toString('latin1')).toBe('\u0001n\u0001a');
    expect(rows.map((row) => row.length)).toEqual([4, 3_000_006, 4]);
    expect(Buffer.from(rows[2] ?? []).toString('latin1')).toBe('\u0001n\u0001c');
  });
});
