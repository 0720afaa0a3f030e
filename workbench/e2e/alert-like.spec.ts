import type { APIRequestContext } from '@playwright/test';
import { DAYS } from './fixture/times';
import { expect, test } from './support/test';

const datasource = { uid: 'modeltrace', type: 'modeltrace-traces-datasource' };
const QUERIES = [
  { refId: 'rate', queryType: 'metrics', measures: ['failure_rate'], groupBy: ['model'], interval: 'none' },
  { refId: 'tokens', queryType: 'metrics', measures: ['total_tokens'], interval: '1d' },
  { refId: 'points', queryType: 'latency' },
  { refId: 'rows', queryType: 'traces', limit: 20 },
  { refId: 'saturation', queryType: 'replicas', value: 'saturation' },
  { refId: 'start', queryType: 'window' },
].map((query) => ({ ...query, datasource, schemaVersion: 2, intervalMs: 60_000, maxDataPoints: 500 }));
const BODY = {
  from: String(DAYS.from.getTime()),
  to: String(DAYS.to.getTime()),
  queries: QUERIES,
};

async function query(request: APIRequestContext, headers: Record<string, string>) {
  const answer = await request.post('/api/ds/query', { data: BODY, headers });
  const body = (await answer.json()) as { results: Record<string, { status: number; frames: unknown[] }> };
  return { status: answer.status(), results: body.results };
}

test('an alert rule, which has no user, gets the same frames as the browser', async ({ request }) => {
  const asBrowser = await query(request, {});
  const asAlert = await query(request, { 'X-Workbench-User': 'none', FromAlert: 'true' });
  expect(asBrowser.status).toBe(200);
  expect(Object.keys(asBrowser.results).sort()).toEqual(['points', 'rate', 'rows', 'saturation', 'start', 'tokens']);
  for (const { frames } of Object.values(asBrowser.results)) {
    expect(frames).not.toHaveLength(0);
  }
  expect(asAlert).toEqual(asBrowser);
});

test('one bad query fails the request as Grafana does, and the others still answer', async ({ request }) => {
  const queries = [QUERIES[0], { ...QUERIES[1], refId: 'bad', measures: ['no_such_measure'] }];
  const answer = await request.post('/api/ds/query', { data: { ...BODY, queries } });
  expect(answer.status()).toBe(400);
  const { results } = (await answer.json()) as { results: Record<string, { error?: string; status: number }> };
  expect(results.rate?.status).toBe(200);
  expect(results.bad?.error).toContain('no_such_measure');
});

test('Save & test says in words that the trace server answers', async ({ request }) => {
  const answer = await request.get('/api/datasources/uid/modeltrace/health');
  expect(answer.status()).toBe(200);
  const { status, message } = (await answer.json()) as { status: string; message: string };
  expect(status).toBe('OK');
  expect(message).toContain('trace server');
});
