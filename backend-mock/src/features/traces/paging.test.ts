import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openapi } from '../../contract/openapi.gen.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';

type Row = Record<string, string | number | null> & { request_id: string; start_time: string; cursor: string };
const SORTS = openapi.components.parameters.ListSort.schema.enum;
type Sort = (typeof SORTS)[number];

const ROWS = 90;
const MODELS = ['a', 'b', 'c'];
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const unknownOr = <T>(values: readonly T[]) => oneOf([undefined, ...values]);
/** Few different values, so that most rows are equal to others, and many that are not known. */
const row = fc.record({
  model: oneOf(MODELS),
  model_type: oneOf(['external', 'open-source'] as const),
  start_time: oneOf([
    '2026-11-10T00:00:00Z',
    '2026-11-10T00:00:00.000001Z',
    '2026-11-11T12:00:00Z',
    '2026-10-30T01:00:00Z',
  ]),
  status: oneOf(['success', 'error', 'timeout'] as const),
  // Numbers whose decimals do not lead back to them in every reader.
  duration_ms: unknownOr([0, 0.1, 0.30000000000000004, 123.456789012345, 1e9]),
  cost_usd: unknownOr([1e-7, 0.1 + 0.2, 5]),
  credits: unknownOr([3.3]),
  input_tokens: unknownOr([0, 7, 4_000_000_000]),
  output_tokens: unknownOr([1, 7]),
  ttft_ms: unknownOr([1.1, 2.2]),
  source: unknownOr(['a b', "x'); --", '東京', 'ä: ö', '\u0001']),
  user_id: unknownOr(['u1', 'u 2']),
  deployment: unknownOr(['d', '-']),
});

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  const samples = fc.sample(row, { numRuns: ROWS, seed: 7 });
  const traces = samples.map(({ ttft_ms: ttft, ...fields }, index) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const timing = ttft === undefined ? {} : { timing: { ttft_ms: ttft } };
    return aTrace({ request_id: `${index % 7}:${index}`, ...given, ...timing });
  });
  // Several parts, as in life.
  for (let at = 0; at < ROWS; at += 30) await server.post('/api/v1/traces', { traces: traces.slice(at, at + 30) });
});
afterAll(() => server.close());

async function list(query: string): Promise<Row[]> {
  const { status, body } = await server.get(`/api/v1/traces?${query}`);
  expect({ status, errors: contractErrors('TraceList', body) }).toEqual({ status: 200, errors: [] });
  return (body as { traces: Row[] }).traces;
}

function valueOf(trace: Row, sort: Sort): string | number | null {
  if (sort !== 'total_tokens') return trace[sort] ?? null;
  const { input_tokens: input, output_tokens: output } = trace;
  return input === null && output === null ? null : Number(input) + Number(output);
}

const compare = (a: string | number, b: string | number) =>
  typeof a === 'string' ? Buffer.compare(Buffer.from(a), Buffer.from(String(b))) : a - Number(b);

/** The order that the contract describes, worked out without the engine. */
function expectedOrder(rows: readonly Row[], sort: Sort, order: 'asc' | 'desc'): string[] {
  const sign = order === 'desc' ? -1 : 1;
  const tieSign = sort === 'start_time' ? sign : -1;
  const isUnknown = (value: string | number | null): value is null | '' => value === null || value === '';
  const sorted = [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a, sort), valueOf(b, sort)];
    if (isUnknown(x) !== isUnknown(y)) return isUnknown(x) ? 1 : -1;
    const byValue = isUnknown(x) || isUnknown(y) ? 0 : sign * compare(x, y);
    const byTime = tieSign * compare(a.start_time, b.start_time);
    return byValue || byTime || tieSign * compare(a.request_id, b.request_id);
  });
  return sorted.map((trace) => trace.request_id);
}

async function walkForwards(query: string, limit: number): Promise<Row[]> {
  const seen: Row[] = [];
  for (;;) {
    const last = seen.at(-1);
    const page = await list(`${query}&limit=${limit}${last ? `&cursor=${last.cursor}` : ''}`);
    seen.push(...page);
    if (page.length < limit) return seen;
  }
}

async function walkBackwards(query: string, limit: number, from: Row): Promise<Row[]> {
  const seen = [from];
  for (;;) {
    const page = await list(`${query}&limit=${limit}&before=${seen[0]?.cursor ?? ''}`);
    seen.unshift(...page);
    if (page.length < limit) return seen;
  }
}

const ids = (rows: readonly Row[]) => rows.map((trace) => trace.request_id);

describe('paging', () => {
  it.each(SORTS.flatMap((sort) => [[sort, 'asc'] as const, [sort, 'desc'] as const]))(
    'by %s %s in both directions gives every row exactly once, in order, the unknown last',
    async (sort, order) => {
      const all = await list('limit=1000');
      expect(all).toHaveLength(ROWS);
      const query = `sort=${sort}&order=${order}`;
      const expected = expectedOrder(all, sort, order);
      const forwards = await walkForwards(query, 29);
      expect(ids(forwards)).toEqual(expected);
      const last = forwards.at(-1);
      if (last) expect(ids(await walkBackwards(query, 31, last))).toEqual(expected);
    },
  );

  it('from any row with any page size goes on right after it and ends right before it, also within filters', async () => {
    const filters = oneOf(['', '&model=b', '&status=error&status=timeout', '&from=2026-11-10T00:00:00Z', '&q=success']);
    await fc.assert(
      fc.asyncProperty(
        oneOf(SORTS),
        oneOf(['asc', 'desc'] as const),
        filters,
        fc.nat(ROWS),
        fc.integer({ min: 1, max: 50 }),
        async (sort, order, filter, at, limit) => {
          const query = `sort=${sort}&order=${order}${filter}`;
          const whole = await list(`${query}&limit=1000`);
          const index = at % Math.max(whole.length, 1);
          const cursor = whole[index]?.cursor;
          if (cursor === undefined) return;
          const after = await list(`${query}&limit=${limit}&cursor=${cursor}`);
          const before = await list(`${query}&limit=${limit}&before=${cursor}`);
          expect(ids(after)).toEqual(ids(whole.slice(index + 1, index + 1 + limit)));
          expect(ids(before)).toEqual(ids(whole.slice(Math.max(0, index - limit), index)));
          const place = encodeURIComponent(whole[index]?.request_id ?? '');
          expect((await server.get(`/api/v1/traces/${place}/neighbors?${query}`)).body).toEqual({
            previous: whole[index - 1]?.request_id ?? null,
            next: whole[index + 1]?.request_id ?? null,
          });
        },
      ),
      { numRuns: Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 25) },
    );
  });

  it('takes the cursors of the first version of the list', async () => {
    const [first, second] = await list('limit=2');
    const micros = BigInt(Date.parse(first?.start_time ?? '')) * 1000n + BigInt(first?.start_time.slice(-4, -1) ?? 0);
    const old = Buffer.from(`${micros}:${first?.request_id ?? ''}`).toString('base64url');
    expect(ids(await list(`limit=1&cursor=${old}`))).toEqual([second?.request_id]);
  });

  it.each([
    ['sort=cost_usd', 'sort=cost_usd&order=asc', 'cursor'],
    ['', 'order=asc', 'cursor'],
    ['order=asc', '', 'before'],
    ['sort=source', 'sort=model', 'before'],
    ['', 'sort=model', 'cursor'],
  ])('a cursor of the list "%s" is refused in the list "%s" by name', async (of, used, parameter) => {
    const [first] = await list(`${of}&limit=1`);
    const answer = await server.get(`/api/v1/traces?${used}&${parameter}=${first?.cursor ?? ''}`);
    expect(answer).toMatchObject({ status: 400, body: { error: { field: parameter } } });
    expect(JSON.stringify(answer.body)).toContain('sort=');
  });

  it.each([
    ['cursor=a&before=b', 'before'],
    ['sort=input_text', 'sort'],
    ['order=up', 'order'],
    ['budget_ms=1', 'budget_ms'],
    ['trace_id=1', 'trace_id'],
    [`cursor=${Buffer.from("source desc ' 1:a").toString('base64url')}&sort=source`, 'cursor'],
  ])('%s is refused naming %s', async (query, field) => {
    expect(await server.get(`/api/v1/traces?${query}`)).toMatchObject({ status: 400, body: { error: { field } } });
  });

  it('any text as a cursor is refused or answered, never an error of the server', async () => {
    const cursors = fc.oneof(
      fc.string(),
      fc
        .tuple(oneOf(SORTS), oneOf(['asc', 'desc', 'x']), fc.string(), fc.nat(), fc.string())
        .map((parts) =>
          Buffer.from(`${parts[0]} ${parts[1]} ${parts[2]} ${parts[3]}:${parts[4]}`).toString('base64url'),
        ),
      fc
        .tuple(oneOf(SORTS), fc.bigInt({ min: 0n, max: 10n ** 19n - 1n }), fc.string())
        .map(([sort, token, id]) => Buffer.from(`${sort} desc ${token} 5:${id}`).toString('base64url')),
    );
    await fc.assert(
      fc.asyncProperty(oneOf(SORTS), oneOf(['cursor', 'before']), cursors, async (sort, name, cursor) => {
        const answer = await server.get(`/api/v1/traces?sort=${sort}&${name}=${encodeURIComponent(cursor)}`);
        expect([200, 400]).toContain(answer.status);
      }),
      { numRuns: Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 60) },
    );
  });
});
