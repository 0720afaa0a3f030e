import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSharingServer, type SharingServer } from '../../testing/secondServer.js';
import { openTestServer, type TestAnswer, type TestServer } from '../../testing/testServer.js';

let local: TestServer;
let servers: [SharingServer, SharingServer];
beforeAll(async () => {
  local = await openTestServer();
  servers = [await openSharingServer(local), await openSharingServer(local)];
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await local.close();
});

interface Listed {
  price_id: string;
  model_pattern: string;
}

const priceOf = (pattern: string) => ({
  model_pattern: pattern,
  provider: '',
  currency: 'USD',
  standard: { input_usd_per_million: 1, output_usd_per_million: 2 },
  source: 'a test',
});
const put = async ({ app }: SharingServer, id: string, pattern: string) => {
  const { statusCode } = await app.inject({ method: 'PUT', url: `/api/v1/prices/${id}`, payload: priceOf(pattern) });
  return statusCode;
};
const listed = async (pattern: string) => {
  const { body } = await servers[0].get('/api/v1/prices');
  return (body as { prices: Listed[] }).prices.filter((price) => price.model_pattern === pattern);
};

/** Lets no server store a price before the other is about to: both have found that there is no other price. */
function storeTogether(): void {
  let waiting: (() => void)[] = [];
  for (const { store } of servers) {
    const insert = store.insert.bind(store);
    let isFirst = true;
    vi.spyOn(store, 'insert').mockImplementation(async (...given) => {
      if (isFirst) {
        isFirst = false;
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          if (waiting.length < servers.length) return;
          for (const go of waiting) go();
          waiting = [];
        });
      }
      return insert(...given);
    });
  }
}

describe('two servers on one database that get a price for the same model at the same moment', () => {
  it.each(['round-1', 'round-2', 'round-3'])('keep one and refuse the other, naming it (%s)', async (pattern) => {
    storeTogether();
    const answers = await Promise.all(servers.map((server) => server.post('/api/v1/prices', priceOf(pattern))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const kept = answers.find(({ status }) => status === 201)?.body as Listed;
    expect((await listed(pattern)).map(({ price_id }) => price_id)).toEqual([kept.price_id]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      error: {
        code: 'CONFLICT',
        field: 'model_pattern',
        message: expect.stringContaining(kept.price_id) as string,
      },
    });
  });

  it('keep the one that was answered already when the other comes a moment too late', async () => {
    const [first, late] = servers;
    const insert = late.store.insert.bind(late.store);
    let early: TestAnswer | undefined;
    vi.spyOn(late.store, 'insert').mockImplementation(async (...given) => {
      early ??= await first.post('/api/v1/prices', priceOf('late'));
      return insert(...given);
    });
    const refused = await late.post('/api/v1/prices', priceOf('late'));
    expect([early?.status, refused.status]).toEqual([201, 409]);
    expect(await listed('late')).toMatchObject([{ price_id: (early?.body as Listed).price_id }]);
  });

  it('give a price that is refused its new pattern the one that it had', async () => {
    const [one, two] = await Promise.all(
      ['mine', 'yours'].map(async (pattern, index) => {
        const { body } = await servers[index]!.post('/api/v1/prices', priceOf(pattern));
        return (body as Listed).price_id;
      }),
    );
    storeTogether();
    const answers = await Promise.all([put(servers[0], one!, 'ours'), put(servers[1], two!, 'ours')]);
    expect([...answers].sort()).toEqual([200, 409]);
    expect(await listed('ours')).toHaveLength(1);
    const refusedPattern = answers[0] === 409 ? 'mine' : 'yours';
    expect(await listed(refusedPattern)).toHaveLength(1);
  });
});
