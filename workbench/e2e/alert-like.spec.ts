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

interface Frame {
  schema: { fields: { name: string }[] };
  data: { values: unknown[][] };
}

async function query(request: APIRequestContext, headers: Record<string, string>) {
  const answer = await request.post('/api/ds/query', { data: BODY, headers });
  const body = (await answer.json()) as { results: Record<string, { status: number; frames: Frame[] }> };
  const { rows, ...others } = body.results;
  return { status: answer.status(), rows: rows?.frames[0], others };
}

function column(frame: Frame | undefined, name: string): unknown[] | undefined {
  const index = frame?.schema.fields.findIndex((field) => field.name === name);
  return index === undefined ? undefined : frame?.data.values[index];
}

test('an alert rule, which has no user, gets the same frames as the browser', async ({ request }) => {
  const asBrowser = await query(request, {});
  const asAlert = await query(request, { 'X-Workbench-User': 'none', FromAlert: 'true' });
  expect(asBrowser.status).toBe(200);
  expect(Object.keys(asBrowser.others).sort()).toEqual(['points', 'rate', 'saturation', 'start', 'tokens']);
  for (const { frames } of Object.values(asBrowser.others)) {
    expect(frames).not.toHaveLength(0);
  }
  expect(asAlert.status).toBe(200);
  expect(asAlert.others).toEqual(asBrowser.others);
});

test('who has no user gets the same traces, without their prompts and answers', async ({ request }) => {
  const asBrowser = await query(request, {});
  const asNobody = await query(request, { 'X-Workbench-User': 'none' });
  expect(column(asNobody.rows, 'request_id')).toHaveLength(20);
  expect(column(asNobody.rows, 'request_id')).toEqual(column(asBrowser.rows, 'request_id'));
  expect(column(asBrowser.rows, 'output_preview')).toContain('An answer.');
  expect(new Set(column(asNobody.rows, 'output_preview'))).toEqual(new Set(['']));
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
