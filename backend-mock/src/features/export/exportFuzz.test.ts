import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';
import { contentDisposition, exportFileName } from './fileName.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  await server.post('/api/v1/traces', { traces: [aTrace({ request_id: 'z-1', model: 'm', input: { a: 1 } })] });
});
afterAll(() => server.close());

const RUNS = Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 40);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom("'", '`', '\\', '); DROP', '{x:String}', '\0'),
);
const or = <T>(known: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: text });
const parameter = fc.oneof(
  fc.tuple(fc.constant('format'), or(fc.constantFrom('csv', 'jsonl', 'parquet', 'finetuning-jsonl'))),
  fc.tuple(fc.constant('columns'), or(fc.constantFrom('status', 'input', 'tags', 'cost_usd', 'output_json'))),
  fc.tuple(fc.constant('export_id'), or(fc.uuid())),
  fc.tuple(fc.constantFrom('from', 'to'), or(fc.date({ noInvalidDate: true }).map((date) => date.toISOString()))),
  fc.tuple(
    fc.constantFrom('q', 'query', 'model', 'status', 'user_id', 'nonsense'),
    or(fc.constantFrom('m', 'success', 'status:success')),
  ),
);

it('no parameters, however strange, make an export fail for the server: it is whole or refused by name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(parameter, { maxLength: 7 }), async (parameters) => {
      const query = new URLSearchParams(parameters.map(([name, value]) => [name, value] as [string, string]));
      if (parameters.every(([name]) => name !== 'format')) query.append('format', 'csv');
      const answer = await server.get(`/api/v1/export?${query.toString()}`);
      expect(answer.status).toBeLessThan(500);
      if (answer.status === 200) {
        const state = await server.get(`/api/v1/exports/${String(answer.headers['modeltrace-export-id'])}`);
        expect(state.body).toMatchObject({ state: 'complete', bytes_written: answer.raw.length });
      } else expect(answer.body).toMatchObject({ error: { field: expect.any(String) as string } });
    }),
    { numRuns: RUNS },
  );
});

it('no name of a model makes a file name with a path, a control character or a header that ends early', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (model) => {
      const name = exportFileName('csv', model);
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*traces_data\.csv$|^traces_data\.csv$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(contentDisposition(name)).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!*()'-]+$/);
    }),
    { numRuns: 500 },
  );
});

it.each([
  [undefined, 'traces_data.csv'],
  ['', 'traces_data.csv'],
  ['...', 'traces_data.csv'],
  ['gpt-4o', 'gpt-4o_traces_data.csv'],
  ['meta/llama-3.1 8B', 'meta_llama-3.1_8B_traces_data.csv'],
  ['../../etc/passwd', 'etc_passwd_traces_data.csv'],
  ['\u202egpj.exe\u0000', 'gpj.exe_traces_data.csv'],
  ['日本語', '日本語_traces_data.csv'],
  ['CON', 'CON_traces_data.csv'],
  ['con.v2', 'con_v2_traces_data.csv'],
  ['LPT1.', 'LPT1_traces_data.csv'],
  ['com¹.x', 'com¹_x_traces_data.csv'],
  ['😀'.repeat(300), 'traces_data.csv'],
])('a file of the model %j is named so that every system takes it', (model, name) => {
  expect(exportFileName('csv', model)).toBe(name);
});

it.each([
  ['model=m', 'm_traces_data.csv'],
  ['query=model%20%3D%20%22m%22%20AND%20cost_usd%20%3E%201', 'm_traces_data.csv'],
  ['condition=model%20%3D%20%22m%22&condition=status%3Afailed', 'm_traces_data.csv'],
  ['model=m&model=n', 'traces_data.csv'],
  ['query=model%3Am*', 'traces_data.csv'],
  ['query=model%20%3D%20%22m%22%20OR%20cost_usd%20%3E%201', 'traces_data.csv'],
  ['query=NOT%20model%20%3D%20%22m%22', 'traces_data.csv'],
  ['', 'traces_data.csv'],
])('the plan of an export of %j names the file as the export does', async (selection, name) => {
  const plan = await server.get(`/api/v1/export/plan?format=csv&${selection}`);
  const answer = await server.get(`/api/v1/export?format=csv&${selection}`);
  expect(plan.body).toEqual({ rows: Number(answer.headers['modeltrace-total-rows']), file_name: name });
  expect(answer.headers['content-disposition']).toContain(`filename="${name}"`);
});
