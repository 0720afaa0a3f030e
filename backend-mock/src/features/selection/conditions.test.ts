import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';

interface AdHocCase {
  condition: string;
  /** Values of `source` that the condition selects, and some that it does not. */
  finds: string[];
  not: string[];
}
const ADHOC = JSON.parse(
  readFileSync(new URL('../../../../contract/fixtures/queries/adhoc.json', import.meta.url), 'utf8'),
) as Record<string, AdHocCase>;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  const traces = ['mine', 'theirs'].map((source) => aTrace({ request_id: source, source, status: 'success' }));
  expect((await server.post('/api/v1/traces', { traces })).status).toBe(201);
});
afterAll(() => server.close());

describe('conditions of a dashboard beside the query of a panel', () => {
  it('hold whatever the query says: an OR in it does not get around them', async () => {
    expect(await listed([['query', 'status=success OR status=error']])).toEqual(['mine', 'theirs']);
    expect(
      await listed([
        ['query', 'status=success OR status=error'],
        ['condition', 'source="mine"'],
      ]),
    ).toEqual(['mine']);
  });

  it('narrow lists and measures alike, and all of them must hold', async () => {
    const condition = ['source in ("mine", "theirs")', 'source != "mine"'];
    expect(await listed(condition.map((text) => ['condition', text]))).toEqual(['theirs']);
    const metrics = await server.post('/api/v1/metrics', { ...RANGE, measures: ['requests'], condition });
    expect(metrics.body).toMatchObject({ data: { requests: [1] } });
  });

  it('are refused one by one: a text that is only whole together with the next is none', async () => {
    const answer = await server.get('/api/v1/traces?condition=(status%3Dsuccess&condition=source%3Dmine)');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { code: 'INVALID_ARGUMENT', field: 'condition[0]' } });
  });
});

describe('an ad hoc filter of Grafana, as the data source writes it', () => {
  for (const [name, { condition, finds, not }] of Object.entries(ADHOC)) {
    it(`selects what it says: ${name}`, async () => {
      const sources = [...finds, ...not];
      const id = (source: string) => `${name}: ${source}`;
      const traces = sources.map((source) => aTrace({ request_id: id(source), source }));
      if (traces.length > 0) expect((await server.post('/api/v1/traces', { traces })).status).toBe(201);
      const found = await listed([
        ['condition', condition],
        ['limit', '1000'],
      ]);
      expect(found.filter((known) => known.startsWith(`${name}: `))).toEqual(finds.map(id).sort());
    });
  }
});

const RANGE = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };

async function listed(parameters: [string, string][]): Promise<string[]> {
  const answer = await server.get(`/api/v1/traces?${new URLSearchParams(parameters).toString()}`);
  const { traces } = answer.body as { traces: { request_id: string }[] };
  return traces.map(({ request_id }) => request_id).sort();
}
