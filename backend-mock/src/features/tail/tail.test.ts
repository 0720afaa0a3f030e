import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../contract/constants.gen.js';
import { contractErrors } from '../../testing/contractCheck.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';

interface TailEvent {
  name: string;
  id: string;
  data: Record<string, unknown>;
}

let server: TestServer;
let url: string;
beforeAll(async () => {
  server = await openTestServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}/api/v1/tail`;
  await server.post('/api/v1/traces', aTrace({ request_id: 'before', model: 'm' }));
});
afterAll(() => server.close());

/** An open tail. Its first block, which has no data, says where it begins. */
class OpenTail {
  readonly #answer: IncomingMessage;
  readonly #chunks: AsyncIterator<string>;
  #text = '';
  lastId = '';

  constructor(answer: IncomingMessage) {
    this.#answer = answer.setEncoding('utf8');
    this.#chunks = answer[Symbol.asyncIterator]() as AsyncIterator<string>;
  }

  /** The next event with data; undefined when the server ended the tail. */
  async next(): Promise<TailEvent | undefined> {
    for (;;) {
      const block = await this.#block();
      if (block === undefined) return undefined;
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      this.lastId = field('id') || this.lastId;
      const data = field('data');
      if (data !== '') return { name: field('event'), id: this.lastId, data: JSON.parse(data) as TailEvent['data'] };
    }
  }

  async take(count: number): Promise<unknown[]> {
    const ids: unknown[] = [];
    while (ids.length < count) ids.push((await this.next())?.data['request_id']);
    return ids;
  }

  async #block(): Promise<string | undefined> {
    while (!this.#text.includes('\n\n')) {
      const chunk = await this.#chunks.next();
      if (chunk.done === true) return undefined;
      this.#text += chunk.value;
    }
    const end = this.#text.indexOf('\n\n');
    const block = this.#text.slice(0, end);
    this.#text = this.#text.slice(end + 2);
    return block;
  }

  /** Reads what says where the tail begins. */
  async begin(): Promise<this> {
    this.lastId = /^id: (.*)$/m.exec((await this.#block()) ?? '')?.[1] ?? '';
    return this;
  }

  leave(): void {
    this.#answer.destroy();
  }
}

async function connect(query = '', lastEventId?: string): Promise<IncomingMessage> {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const [answer] = (await once(get(`${url}?${query}`, { headers, agent: false }), 'response')) as [IncomingMessage];
  return answer;
}

async function open(query = '', lastEventId?: string): Promise<OpenTail> {
  const answer = await connect(query, lastEventId);
  expect(answer.statusCode).toBe(200);
  return new OpenTail(answer).begin();
}

/** Rows that the engine makes by itself, as another server would store them. */
async function storeMany(model: string, rows: number, slow = '0'): Promise<void> {
  await server.store.execute({
    sql: `INSERT INTO traces (request_id, trace_id, span_id, start_time, status, model, model_type, duration_ms)
SELECT concat('${model}-', leftPad(toString(number), 6, '0')), '', '', '2026-11-20 00:00:00', 'success', '${model}', 'external',
  ${slow} FROM numbers(${rows}) SETTINGS max_block_size = 1, min_insert_block_size_rows = 100000`,
    params: {},
  });
}

describe('the live tail', () => {
  it('gives new traces as they are stored, late ones too, and none that was there before', async () => {
    const tail = await open();
    const times = ['2026-11-20T00:00:00Z', '2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'];
    for (const [index, start_time] of times.entries()) {
      await server.post(
        '/api/v1/traces',
        aTrace({ request_id: `new-${index}`, model: 'm', start_time, input: '東\n\n京' }),
      );
    }
    const first = await tail.next();
    expect(first?.name).toBe('');
    expect(contractErrors('TraceSummary', first?.data)).toEqual([]);
    expect(first?.data).toMatchObject({ request_id: 'new-0', input_preview: '東\n\n京' });
    expect(await tail.take(2)).toEqual(['new-1', 'new-2']);
    tail.leave();
  });

  it('gives only what is selected', async () => {
    const tail = await open('status=error&q=NEEDLE&from=2026-01-01T00:00:00Z');
    const wanted = { status: 'error', input: 'a needle' } as const;
    await server.post('/api/v1/traces', {
      traces: [
        aTrace({ request_id: 'sel-0', ...wanted, status: 'success' }),
        aTrace({ request_id: 'sel-1', ...wanted, input: 'hay' }),
        aTrace({ request_id: 'sel-2', ...wanted, start_time: '2020-01-01T00:00:00Z' }),
        aTrace({ request_id: 'sel-3', ...wanted }),
      ],
    });
    expect(await tail.take(1)).toEqual(['sel-3']);
    tail.leave();
  });

  it('goes on after a break exactly where it was, also within rows that were stored together', async () => {
    const tail = await open('model=m');
    const ids = Array.from({ length: 450 }, (_, index) => `gap-${String(index).padStart(3, '0')}`);
    await server.post('/api/v1/traces', { traces: ids.map((request_id) => aTrace({ request_id, model: 'm' })) });
    expect(await tail.take(250)).toEqual(ids.slice(0, 250));
    tail.leave();
    await server.post('/api/v1/traces', aTrace({ request_id: 'gap-later', model: 'm' }));
    const resumed = await open('model=m', tail.lastId);
    expect(await resumed.take(201)).toEqual([...ids.slice(250), 'gap-later']);
    resumed.leave();
    const byParameter = await open(`model=m&after=${tail.lastId}`);
    expect(await byParameter.take(200)).toEqual(ids.slice(250));
    byParameter.leave();
  });

  it('misses none that is seen late because its insert took longer than one that began after it', async () => {
    const tail = await open();
    const slow = storeMany('slow', 4, 'sleepEachRow(0.5)');
    await delay(500);
    await server.post('/api/v1/traces', aTrace({ request_id: 'quick' }));
    const first = await tail.next();
    tail.leave();
    await slow;
    const resumed = await open('', tail.lastId);
    const all = [first?.data['request_id'], ...(await resumed.take(4))];
    expect(new Set(all)).toEqual(new Set(['quick', 'slow-000000', 'slow-000001', 'slow-000002', 'slow-000003']));
    resumed.leave();
  });

  it('tells a follower that is too far behind what it misses, and goes on with the newest', async () => {
    const start = await open();
    start.leave();
    const rows = LIMITS.TailBacklog.max + 500;
    await storeMany('many', rows);
    const tail = await open('model=many', start.lastId);
    const lag = await tail.next();
    expect(lag).toMatchObject({ name: 'lagging', data: { skipped: rows - 1000 } });
    expect(contractErrors('TailLag', lag?.data)).toEqual([]);
    const ids = await tail.take(1000);
    expect([ids[0], ids.at(-1)]).toEqual([`many-${String(rows - 1000).padStart(6, '0')}`, `many-0${rows - 1}`]);
    tail.leave();
  });

  it.each([
    ['after=!', 'after'],
    [`after=${Buffer.from('99999999999999999:a').toString('base64url')}`, 'after'],
    ['to=2026-11-21T00:00:00Z', 'to'],
    ['from=soon', 'from'],
  ])('%s is refused naming %s', async (query, field) => {
    const answer = await connect(query);
    expect(answer.statusCode).toBe(400);
    expect(await json(answer)).toMatchObject({ error: { field } });
  });

  it('refuses one tail more than it can follow, and takes another when one has left', async () => {
    const tails = await Promise.all(Array.from({ length: LIMITS.TailConnections.max }, () => open()));
    const refused = await connect();
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(contractErrors('ErrorAnswer', await json(refused))).toEqual([]);
    tails[0]?.leave();
    let next = await connect();
    while (next.statusCode === 429) {
      next.destroy();
      await delay(20);
      next = await connect();
    }
    expect(next.statusCode).toBe(200);
    next.destroy();
    for (const tail of tails) tail.leave();
  });

  it('ends when the server closes', async () => {
    const other = await openTestServer();
    await other.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = other.app.server.address() as AddressInfo;
    const asked = get(`http://127.0.0.1:${port}/api/v1/tail`, { agent: false });
    const tail = await new OpenTail(...((await once(asked, 'response')) as [IncomingMessage])).begin();
    const closed = other.close();
    expect(await tail.next()).toBeUndefined();
    await closed;
  });
});
