import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  const traces = Array.from({ length: 60 }, (_, index) =>
    aTrace({
      request_id: `r-${index}`,
      model: index % 3 === 0 ? 'gpt-4o' : 'my model (EU)',
      tags: { team: index % 4 === 0 ? 'red one' : 'blue', ...(index < 5 && { 'cost centre': 'x' }) },
      source: index % 2 === 0 ? 'nightly' : 'Daily "run"',
      input: 'some input',
      start_time: `2026-11-${index < 30 ? '10' : '20'}T12:00:00Z`,
    }),
  );
  expect((await server.post('/api/v1/traces', { traces })).status).toBe(201);
});
afterAll(() => server.close());

interface Parsed {
  text: string;
  ast: Record<string, unknown> | null;
  builder: { conjunction: string; steps: unknown[] } | null;
  diagnostics: Record<string, unknown>[];
}
async function parsed(text: string): Promise<Parsed> {
  const answer = await server.post('/api/v1/query/parse', { text });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as Parsed;
}

describe('reading a query', () => {
  it('gives its canonical text, its tree and the steps that show it', async () => {
    expect(await parsed('Status:failed latency>0:01:500')).toEqual({
      text: 'status = failed AND duration_ms > 0:01:500',
      ast: {
        kind: 'and',
        nodes: [
          { kind: 'compare', field: 'status', operator: '=', values: [{ type: 'text', text: 'failed' }] },
          {
            kind: 'compare',
            field: 'duration_ms',
            operator: '>',
            values: [{ type: 'number', text: '0:01:500', number: 1500 }],
          },
        ],
      },
      builder: {
        conjunction: 'and',
        steps: [
          { field: 'status', operator: '=', value: 'failed' },
          { field: 'duration_ms', operator: '>', value: '0:01:500' },
        ],
      },
      diagnostics: [],
    });
    expect(await parsed(' ')).toEqual({
      text: '',
      ast: null,
      builder: { conjunction: 'and', steps: [] },
      diagnostics: [],
    });
  });

  it('says that steps cannot show what nests, searches text or has wildcards', async () => {
    for (const text of [
      'a',
      'NOT status:error',
      'model:gpt*',
      'status:error AND (model:a OR model:b)',
      '$.request.a = 1',
    ]) {
      expect((await parsed(text)).builder, text).toBeNull();
    }
  });

  it('answers a fault as a diagnostic with its place, also one that only the engine finds', async () => {
    expect((await parsed('status:error AND (cost > x)')).diagnostics).toMatchObject([{ position: 25, length: 1 }]);
    const [diagnostic] = (await parsed('model matches "\\p{Nowhere}"')).diagnostics;
    expect(diagnostic).toMatchObject({ expected: expect.stringContaining('RE2') as string });
    const list = await server.get(`/api/v1/traces?query=${encodeURIComponent('model matches "\\p{Nowhere}"')}`);
    expect(list.status).toBe(400);
    expect(list.body).toMatchObject({ error: { code: 'INVALID_ARGUMENT', field: 'query' } });
  });
});

describe('writing the steps of a builder', () => {
  it('loses nothing there and back', async () => {
    const builder = {
      conjunction: 'or',
      steps: [
        { field: 'status', operator: '!=', value: 'success' },
        { field: 'request_id', operator: 'contains', value: 'a "b" OR c' },
        { field: 'duration_ms', operator: '<=', value: '1.5s' },
        { field: 'deployment_version', operator: '=', value: 'v1*' },
        { field: 'source', operator: '=', value: '' },
        { field: 'cost_usd', operator: '>', value: '0.50' },
        { field: 'tags["a b"]', operator: '=', value: 'not' },
      ],
    };
    const { body } = await server.post('/api/v1/query/format', builder);
    const again = await parsed((body as { text: string }).text);
    expect(again.builder).toEqual(builder);
  });

  it.each([
    [{ field: 'nowhere', operator: '=', value: 'x' }, 'steps[0].field'],
    [{ field: 'model = 1 OR', operator: '=', value: 'x' }, 'steps[0].field'],
    [{ field: 'model', operator: '>', value: 'x' }, 'steps[0].operator'],
    [{ field: 'duration_ms', operator: '>', value: 'soon' }, 'steps[0].value'],
  ])('names the step that cannot be written: %j', async (step, field) => {
    const answer = await server.post('/api/v1/query/format', { conjunction: 'and', steps: [step] });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: { field } });
  });
});

describe('completion', () => {
  const COMPLETIONS: [marked: string, replaced: string, includes: string[], excludes: string[]][] = [
    ['|', '', ['status', 'model', 'NOT', 'tags.'], ['AND']],
    ['lat|', 'lat', ['duration_ms'], ['model']],
    ['model |', '', ['=', 'contains', 'in', 'AND'], ['>']],
    ['cost_usd |', '', ['>='], ['contains']],
    ['model = |', '', ['gpt-4o', '"my model (EU)"'], []],
    ['model:my|', 'my', ['"my model (EU)"'], ['gpt-4o']],
    ['source in (nightly, "Dai|', '"Dai', ['"Daily \\"run\\""'], ['nightly']],
    ['status = e|', 'e', ['error', 'success'], ['gpt-4o']],
    ['model = gpt-4o |', '', ['AND', 'OR', 'status'], []],
    ['(model = gpt-4o) A| status = error', 'A', ['AND'], ['OR']],
    ['tags.|', 'tags.', ['tags.team', 'tags["cost centre"]'], ['tags.', 'status']],
    ['model = a AND tags.Te|', 'tags.Te', ['tags.team'], ['tags["cost centre"]']],
    ['tags.team = |', '', ['blue', '"red one"'], ['x']],
    ['tags["cost centre"] in (|', '', ['x'], ['blue']],
    ['input contains "some |', '"some ', [], ['gpt-4o']],
  ];
  it.each(COMPLETIONS)('%s', async (marked, replaced, includes, excludes) => {
    const position = marked.indexOf('|');
    const text = marked.replace('|', '');
    const answer = await server.post('/api/v1/query/complete', { text, position });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const body = answer.body as { position: number; length: number; suggestions: { text: string }[] };
    const texts = body.suggestions.map((suggestion) => suggestion.text);
    expect(texts).toEqual(expect.arrayContaining(includes));
    for (const excluded of excludes) expect(texts).not.toContain(excluded);
    if (includes.length > 0) expect(text.slice(body.position, body.position + body.length)).toBe(replaced);
  });
});

describe('what completion says', () => {
  it('names tags of the selected time only, the most frequent first', async () => {
    const range = { from: '2026-11-15T00:00:00Z', to: '2026-11-30T00:00:00Z' };
    const suggested = async (given: object) => {
      const { body } = await server.post('/api/v1/query/complete', { text: 'tags.', position: 5, ...given });
      return (body as { suggestions: { text: string }[] }).suggestions;
    };
    expect(await suggested({})).toMatchObject([
      { kind: 'field', text: 'tags.team', detail: '60 requests' },
      { text: 'tags["cost centre"]', detail: '5 requests' },
    ]);
    expect(await suggested(range)).toEqual([{ kind: 'field', text: 'tags.team', detail: '30 requests' }]);
    expect(await suggested({ limit: 1 })).toHaveLength(1);
  });

  it('names only what occurs where the ad hoc filters of a dashboard hold', async () => {
    const suggested = async (text: string, condition: string[]) => {
      const { body } = await server.post('/api/v1/query/complete', { text, position: text.length, condition });
      return (body as { suggestions: { text: string }[] }).suggestions.map((suggestion) => suggestion.text);
    };
    expect(await suggested('tags.', ['tags["cost centre"] != ""'])).toContain('tags["cost centre"]');
    expect(await suggested('tags.', ['tags["cost centre"] = "none like this"'])).toEqual([]);
    expect(await suggested('tags.team = ', ['tags.team = *'])).not.toEqual([]);
    expect(await suggested('tags.team = ', ['tags.team != *'])).toEqual([]);
  });

  it.each([
    ['duration_ms ', '=', /^is\b(?!.*wildcards)/],
    ['cost_usd ', '=', /^is$/],
    ['status ', '=', /^is$/],
    ['start_time ', '>', /after/],
    ['model ', '=', /wildcards/],
    ['tags.team ', '=', /wildcards/],
  ])('describes operators as the type of the field has them: %s%s', async (text, operator, detail) => {
    const { body } = await server.post('/api/v1/query/complete', { text, position: text.length });
    const { suggestions } = body as { suggestions: { text: string; detail: string }[] };
    expect(suggestions.find((suggestion) => suggestion.text === operator)?.detail).toMatch(detail);
  });
});

describe('docs/query-language.md', () => {
  const text = readFileSync(new URL('../../../../docs/query-language.md', import.meta.url), 'utf8');
  const calls = /api\/v1\/query\/(\w+) .*\n {2}-d '(.*)'\n```\n\n```json\n([\s\S]*?)```/g;

  it('shows calls that the server takes and answers of their form, word for word where they do not depend on the data', async () => {
    const examples = [...text.matchAll(calls)].map(([, name, body, answer]) => ({
      name,
      body: JSON.parse(body ?? '') as unknown,
      shown: JSON.parse(answer ?? '') as object,
    }));
    expect(examples.map(({ name }) => name)).toEqual(['parse', 'parse', 'complete', 'format', 'explain']);
    for (const { name, body, shown } of examples) {
      const answer = await server.post(`/api/v1/query/${name}`, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      if (name === 'parse' || name === 'format') expect(answer.body).toEqual(shown);
      else expect(Object.keys(answer.body as object)).toEqual(Object.keys(shown));
    }
  });
});

describe('explaining a selection', () => {
  it('says how many rows and bytes it reads, and why', async () => {
    const all = await server.post('/api/v1/query/explain', { query: 'input contains some' });
    expect(all.status, JSON.stringify(all.body)).toBe(200);
    expect(all.body).toMatchObject({ rows: 60, stored_rows: 60, columns: ['input_text'] });
    expect((all.body as { bytes: number }).bytes).toBeGreaterThan(60 * 'some input'.length - 1);
    expect((all.body as { steps: string[] }).steps.join(' ')).toContain('input texts');
    const none = await server.post('/api/v1/query/explain', { from: '2030-01-01T00:00:00Z' });
    expect(none.body).toMatchObject({ rows: 0, stored_rows: 60, bytes: 0 });
  });

  it('refuses a query with a fault like every operation that selects traces', async () => {
    const answer = await server.post('/api/v1/query/explain', { query: 'cost >' });
    expect(answer.body).toMatchObject({ error: { field: 'query', position: 6, length: 0 } });
  });
});
