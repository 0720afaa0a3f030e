import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describePayloads } from '../payload/describePayloads.js';
import { recordingLog } from '../testing/silentLog.js';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { loadDemo } from './loadDemo.js';
import { DEMO_COLUMNS } from './tracesSql.js';

/** A Monday; the weeks before it have every story. */
const NOW = new Date('2026-11-16T15:20:00Z');
const OPTIONS = { seed: 7, days: 28, tracesPerDay: 400, now: NOW };

// Other columns, such as the time a row was stored, are not the demo's.
const FINGERPRINT = `SELECT count() AS rows, toString(sum(cityHash64(toString(tuple(${DEMO_COLUMNS.join(', ')}))))) AS hash FROM traces`;

let server: TestServer;
const { log, lines } = recordingLog();

async function ask<Row>(sql: string): Promise<Row[]> {
  return server.store.rows<Row>({ sql, params: {} });
}
async function one(expression: string, where = '1'): Promise<number> {
  const [row] = await ask<{ value: number }>(`SELECT toFloat64(${expression}) AS value FROM traces WHERE ${where}`);
  return row?.value ?? Number.NaN;
}
const fingerprint = () => ask<{ rows: number; hash: string }>(FINGERPRINT);

beforeAll(async () => {
  server = await openTestServer();
  await loadDemo(server.store, OPTIONS, log);
}, 120_000);

afterAll(async () => {
  await server.close();
});

describe('demo data', () => {
  test('is announced with the place it goes to, before anything is written there', () => {
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'adding demo data',
      into: `the embedded engine in ${server.dataDir}`,
    });
  });

  test('has about as many traces as asked for, none after now and none before the period', async () => {
    const rows = await one('count()');
    expect(rows).toBeGreaterThan(28 * 400 * 0.9);
    expect(rows).toBeLessThan(28 * 400 * 1.1);
    expect(await one('count()', `start_time > '2026-11-16 15:20:00' OR start_time <= '2026-10-19 15:20:00'`)).toBe(0);
    expect(await one('uniqExact(request_id)')).toBe(rows);
  });

  test('has every model type, failures of every kind, tool calls, streams, retries and cached tokens', async () => {
    expect(
      await ask('SELECT model_type, uniqExact(model) AS models FROM traces GROUP BY model_type ORDER BY model_type'),
    ).toEqual([
      { model_type: 'external', models: 6 },
      { model_type: 'fine-tuned', models: 3 },
      { model_type: 'open-source', models: 3 },
    ]);
    expect(await one('uniqExact(error_type)', "error_type != ''")).toBe(6);
    expect(await one('uniqExact(status)')).toBe(3);
    expect(await one("countIf(status != 'success') / count()")).toBeGreaterThan(0.01);
    expect(await one("countIf(status != 'success') / count()")).toBeLessThan(0.06);
    for (const condition of [
      "finish_reason IN ('tool_calls', 'tool_use')",
      'streamed AND ttft_ms > 0',
      "retries_json != ''",
      'cached_input_tokens > 0',
      "workflow_json != ''",
      "operation = 'embeddings'",
    ]) {
      expect(await one('count()', condition), condition).toBeGreaterThan(20);
    }
  });

  test('hosted models cost credits and have versions, external ones cost money and have a connection', async () => {
    const hosted = "model_type != 'external' AND status = 'success'";
    const external = "model_type = 'external' AND status = 'success'";
    expect(
      await one(
        `countIf(credits > 0 AND cost_usd IS NULL AND deployment != '' AND deployment_version != '' AND connection = '')`,
        hosted,
      ),
    ).toBe(await one('count()', hosted));
    expect(
      await one(`countIf(cost_usd > 0 AND credits IS NULL AND deployment = '' AND connection != '')`, external),
    ).toBe(await one('count()', external));
    expect(await one('uniqExact(deployment_version)', "deployment = 'support-production'")).toBeGreaterThan(2);
  });

  test('every payload says the same as the columns: text, tokens, finish reason, parameters', async () => {
    const rows = await ask<Record<string, string | number | null>>(
      `SELECT provider, input_text, output_text, finish_reason, response_id, input_tokens, output_tokens, cached_input_tokens,
         reasoning_tokens, parameters_json, input_json, output_json
       FROM traces ORDER BY cityHash64(request_id) LIMIT 1500`,
    );
    const parsed = (json: unknown): unknown => (json === '' ? undefined : JSON.parse(String(json)));
    for (const row of rows) {
      const described = describePayloads(parsed(row['input_json']), parsed(row['output_json']));
      expect({
        input_text: described.inputText,
        output_text: described.outputText,
        finish_reason: described.finishReason,
        response_id: described.responseId,
        input_tokens: described.usage.inputTokens ?? null,
        output_tokens: described.usage.outputTokens ?? null,
        cached_input_tokens: described.usage.cachedInputTokens ?? null,
        parameters: described.parameters,
      }).toEqual({
        input_text: row['input_text'],
        output_text: row['output_text'],
        finish_reason: row['finish_reason'],
        response_id: row['response_id'],
        input_tokens: row['input_tokens'],
        output_tokens: row['output_tokens'],
        cached_input_tokens: row['cached_input_tokens'],
        parameters: parsed(row['parameters_json']),
      });
    }
    expect(
      await one(
        'count()',
        "position(input_text || output_text, '{') > 0 AND match(input_text || output_text, '\\\\{[a-z]+\\\\}')",
      ),
    ).toBe(0);
  });

  test('tells its stories: a bad version, a rate-limit storm, a slow region, a deployment that was down', async () => {
    expect(await one('count()', "error_type = 'ServerError' AND deployment = 'support-production'")).toBeGreaterThan(5);
    const [storm] = await ask<{ share: number }>(
      `SELECT max(share) AS share FROM (SELECT countIf(error_type = 'RateLimitError') / count() AS share FROM traces
       WHERE connection = 'openai-main' GROUP BY toStartOfHour(start_time) HAVING count() > 5)`,
    );
    expect(storm?.share).toBeGreaterThan(0.4);
    const [slow] = await ask<{ ratio: number }>(
      `SELECT max(hourly) / median(hourly) AS ratio FROM (SELECT avg(duration_ms) AS hourly FROM traces
       WHERE connection = 'azure-westeurope' AND status = 'success' GROUP BY toStartOfDay(start_time))`,
    );
    expect(slow?.ratio).toBeGreaterThan(1.7);
    const days = await one('uniqExact(toDate(start_time))', "deployment = 'llama-batch'");
    expect(days).toBeLessThanOrEqual(25);
    expect(await one('uniqExact(toDate(start_time))', "deployment = 'llama-us'")).toBe(29);
  });

  test('replicas follow the load on every deployment, on two kinds of hardware for one, and end with 0', async () => {
    const rows = await ask<{ deployment: string; hardware: number; least: number; most: number; max: number }>(
      `SELECT deployment, uniqExact(hardware) AS hardware, min(replicas) AS least, max(replicas) AS most, max(max_replicas) AS max
       FROM replica_changes FINAL GROUP BY deployment ORDER BY deployment`,
    );
    expect(rows).toHaveLength(11);
    expect(rows.filter(({ hardware }) => hardware === 2).map(({ deployment }) => deployment)).toEqual(['llama-eu']);
    for (const row of rows) {
      expect(row.least, row.deployment).toBe(0);
      expect(row.most, row.deployment).toBeGreaterThan(0);
      expect(row.most).toBeLessThanOrEqual(row.max);
    }
  });

  test('is written as the server writes what it receives: derived ids and previews', async () => {
    expect(await one('count()', 'lengthUTF8(input_preview) > 200 OR NOT startsWith(input_text, input_preview)')).toBe(
      0,
    );
    expect(await one('count()', "NOT match(trace_id, '^[0-9a-f]{32}$') OR NOT match(span_id, '^[0-9a-f]{16}$')")).toBe(
      0,
    );
    expect(await one('count()', 'duration_ms IS NULL OR duration_ms <= 0')).toBe(0);
  });

  test('loading again adds only the time that is missing, and the same rows come out as in one go', async () => {
    const whole = await openTestServer();
    try {
      const later = { ...OPTIONS, now: new Date('2026-11-17T09:00:00.123Z') };
      const added = await loadDemo(server.store, later, log);
      expect(added.traces).toBeGreaterThan(100);
      expect(added.traces).toBeLessThan(600);
      expect((await loadDemo(server.store, later, log)).traces).toBe(0);
      const sameStart = { ...later, days: (later.now.getTime() - (NOW.getTime() - 28 * 86_400_000)) / 86_400_000 };
      await loadDemo(whole.store, sameStart, log);
      const [rows] = await whole.store.rows<{ rows: number; hash: string }>({
        sql: FINGERPRINT,
        params: {},
      });
      expect([rows]).toEqual(await fingerprint());
    } finally {
      await whole.close();
    }
  });
});
