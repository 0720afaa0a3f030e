import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace, rowsOf } from '../../testing/traces.js';

let server: TestServer;
const change = (time: string, replicas: number, deployment = 'prod') => ({
  time,
  model: 'tuned',
  model_type: 'fine-tuned',
  deployment,
  deployment_version: 'v1',
  hardware: '1x NVIDIA A10G',
  replicas,
  max_replicas: 8,
});

async function replicas(query: string) {
  const answer = await server.get(`/api/v1/replicas?${query}`);
  expect(answer.status).toBe(200);
  expect(contractErrors('Columns', answer.body)).toEqual([]);
  return rowsOf(answer.body).map((row) => [row['time'], row['deployment'], row['replicas']]);
}

beforeAll(async () => {
  server = await openTestServer();
  await server.post('/api/v1/replicas', {
    changes: [
      change('2026-11-01T00:00:00Z', 1),
      change('2026-11-10T00:00:00Z', 3),
      change('2026-11-20T00:00:00Z', 2),
      change('2026-11-02T00:00:00Z', 4, 'ended'),
      change('2026-11-03T00:00:00Z', 0, 'ended'),
    ],
  });
});
afterAll(() => server.close());

describe('replica history', () => {
  it('begins with the state at `from`; a series that had ended is not there', async () => {
    expect(await replicas('from=2026-11-15T00:00:00Z&to=2026-11-30T00:00:00Z')).toEqual([
      ['2026-11-15T00:00:00.000000Z', 'prod', 3],
      ['2026-11-20T00:00:00.000000Z', 'prod', 2],
    ]);
  });

  it('a change at `from` itself is the state, once', async () => {
    expect(await replicas('from=2026-11-20T00:00:00Z')).toEqual([['2026-11-20T00:00:00.000000Z', 'prod', 2]]);
  });

  it('is whole without a range, oldest first', async () => {
    expect((await replicas('model=tuned')).map(([, , count]) => count)).toEqual([1, 4, 0, 3, 2]);
    expect(await replicas('deployment=ended&to=2026-11-03T00:00:00Z')).toEqual([
      ['2026-11-02T00:00:00.000000Z', 'ended', 4],
    ]);
  });

  it('the same change again changes nothing; another at the same time replaces it', async () => {
    const again = await server.post('/api/v1/replicas', {
      changes: [change('2026-11-01T00:00:00Z', 1), change('2026-12-01T00:00:00Z', 5)],
    });
    expect(again).toMatchObject({ status: 201, body: { accepted: 1, duplicates: 1 } });
    expect((await server.post('/api/v1/replicas', { changes: [change('2026-12-01T00:00:00Z', 6)] })).body).toEqual({
      accepted: 1,
      duplicates: 0,
    });
    expect(await replicas('from=2026-12-01T00:00:00Z')).toEqual([['2026-12-01T00:00:00.000000Z', 'prod', 6]]);
  });

  it('a change that cannot be stored names its field', async () => {
    expect(await server.post('/api/v1/replicas', { changes: [change('2026-11-01T00:00:00Z', -1)] })).toMatchObject({
      status: 400,
      body: { error: { field: 'changes[0].replicas' } },
    });
    for (const [field, value] of [
      ['model', ' '],
      ['deployment', '\t'],
    ] as const) {
      const blank = { ...change('2026-11-01T00:00:00Z', 1), [field]: value };
      expect(await server.post('/api/v1/replicas', { changes: [blank] })).toMatchObject({
        status: 400,
        body: { error: { field: `changes[0].${field}`, expected: 'text with a character other than white space' } },
      });
    }
    expect((await server.get('/api/v1/replicas?model=nope')).status).toBe(404);
  });
});

describe('the model list', () => {
  it('tells type, providers, deployments since their first replica, versions and connections', async () => {
    const hosted = { model: 'tuned', model_type: 'fine-tuned' as const, deployment: 'prod' };
    await server.post('/api/v1/traces', {
      traces: [
        aTrace({ request_id: 'a', ...hosted, deployment_version: 'v2', start_time: '2026-11-18T00:00:00Z' }),
        aTrace({ request_id: 'b', ...hosted, deployment_version: 'v1', start_time: '2026-11-19T00:00:00Z' }),
        aTrace({ request_id: 'c', provider: 'openai', connection: 'main' }),
        aTrace({
          request_id: 'd',
          provider: 'azure.ai.openai',
          connection: 'backup',
          start_time: '2026-11-01T00:00:00Z',
        }),
      ],
    });
    const answer = await server.get('/api/v1/models');
    expect(contractErrors('ModelList', answer.body)).toEqual([]);
    expect(answer.body).toEqual({
      models: [
        {
          model: 'gpt-4o',
          model_type: 'external',
          providers: ['azure.ai.openai', 'openai'],
          requests: 2,
          first_trace_time: '2026-11-01T00:00:00.000000Z',
          last_trace_time: '2026-11-20T12:00:00.000000Z',
          deployments: [],
          connections: ['backup', 'main'],
        },
        {
          model: 'tuned',
          model_type: 'fine-tuned',
          providers: [],
          requests: 2,
          first_trace_time: '2026-11-18T00:00:00.000000Z',
          last_trace_time: '2026-11-19T00:00:00.000000Z',
          deployments: [
            {
              deployment: 'ended',
              deployed_time: '2026-11-02T00:00:00.000000Z',
              versions: ['v1'],
              version_times: [{ deployment_version: 'v1', first_time: '2026-11-02T00:00:00.000000Z' }],
            },
            {
              deployment: 'prod',
              deployed_time: '2026-11-01T00:00:00.000000Z',
              versions: ['v1', 'v2'],
              version_times: [
                { deployment_version: 'v1', first_time: '2026-11-01T00:00:00.000000Z' },
                { deployment_version: 'v2', first_time: '2026-11-18T00:00:00.000000Z' },
              ],
            },
          ],
          connections: [],
        },
      ],
    });
  });
});

describe('values of a field', () => {
  const values = async (query: string) => {
    const answer = await server.get(`/api/v1/fields/${query}`);
    expect(contractErrors('FieldValues', answer.body)).toEqual([]);
    return (answer.body as { values: { value: string; requests: number }[] }).values.map((v) => [v.value, v.requests]);
  };

  it('come most frequent first, without the empty one, whatever is chosen for the field itself', async () => {
    const expected = [
      ['azure.ai.openai', 1],
      ['openai', 1],
    ];
    expect(await values('provider/values')).toEqual(expected);
    expect(await values('provider/values?provider=openai')).toEqual(expected);
    expect(await values('deployment_version/values?model=tuned&contains=V&limit=1')).toEqual([['v1', 1]]);
    expect(await values('provider/values?from=2026-11-10T00:00:00Z&model=gpt-4o')).toEqual([['openai', 1]]);
    expect(await values(`provider/values?contains=${encodeURIComponent("' OR 1 --")}`)).toEqual([]);
  });

  it('an unknown field is named', async () => {
    expect(await server.get('/api/v1/fields/colour/values')).toMatchObject({
      status: 400,
      body: { error: { field: 'field' } },
    });
  });
});
