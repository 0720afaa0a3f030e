import { expect } from 'vitest';
import type { components } from '../contract/api.gen.js';
import type { TraceInput } from '../ingest/traceRow.js';
import { contractErrors } from './contractCheck.js';
import type { TestAnswer, TestServer } from './testServer.js';
import { aTrace } from './traces.js';

type Schemas = components['schemas'];
type Price = Schemas['Price'];

/** What a stored trace cost, and by which price. */
interface Cost {
  cost_usd: number | null;
  cost_source: string;
  price_id: string;
}

/** Prices of a million tokens in US dollars. */
export const usd = (input: number, output: number, more: object = {}) => ({
  input_usd_per_million: input,
  output_usd_per_million: output,
  ...more,
});

/** Calls about prices and costs, each of which must be answered as the contract says, to the server of a test file. */
export function pricesOf(server: () => TestServer) {
  async function addPrice(price: object): Promise<Price> {
    const answer = await server().post('/api/v1/prices', price);
    expect([answer.status, contractErrors('Price', answer.body)]).toEqual([201, []]);
    return answer.body as Price;
  }

  async function prices(version?: number): Promise<Schemas['PriceList']> {
    const answer = await server().get(`/api/v1/prices${version === undefined ? '' : `?version=${version}`}`);
    expect([answer.status, contractErrors('PriceList', answer.body)]).toEqual([200, []]);
    return answer.body as Schemas['PriceList'];
  }

  async function call(method: 'PUT' | 'DELETE', url: string, body?: object): Promise<TestAnswer> {
    const answer = await server().app.inject({ method, url, ...(body && { payload: body }) });
    return { status: answer.statusCode, headers: answer.headers, body: answer.json<unknown>(), raw: answer.rawPayload };
  }

  async function reprice(body: object): Promise<Schemas['RepriceAnswer']> {
    const answer = await server().post('/api/v1/prices/reprice', body);
    expect([answer.status, contractErrors('RepriceAnswer', answer.body)]).toEqual([200, []]);
    return answer.body as Schemas['RepriceAnswer'];
  }

  async function costs(prefix: string): Promise<Record<string, Cost>> {
    const rows = await server().store.rows<Cost & { request_id: string }>({
      sql: 'SELECT request_id, cost_usd, cost_source, price_id FROM traces WHERE startsWith(request_id, {prefix:String})',
      params: { prefix },
    });
    return Object.fromEntries(rows.map(({ request_id, ...cost }) => [request_id, cost]));
  }

  async function send(...traces: TraceInput[]): Promise<void> {
    expect((await server().post('/api/v1/traces', { traces })).status).toBe(201);
  }

  async function costOf(trace: Partial<TraceInput> & { request_id: string }): Promise<Cost | undefined> {
    await send(aTrace(trace));
    return (await costs(trace.request_id))[trace.request_id];
  }

  return { addPrice, prices, call, reprice, costs, send, costOf };
}
