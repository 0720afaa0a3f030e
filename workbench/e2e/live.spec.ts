import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { LIVE_DASHBOARD, provisionLiveDashboard } from './fixture/liveDashboard';
import { postTraces } from './fixture/post';
import { panel } from './support/dashboard';
import { type Running, startHost, startTraceServer } from './support/processes';
import { expect, test } from './support/test';

/** Stores successful requests that begin now, and resolves when they can be queried. */
async function call(traceServer: Running, ...requestIds: string[]): Promise<void> {
  const start = { model: 'live-model', model_type: 'external', duration_ms: 5, status: 'success' };
  const traces = requestIds.map((request_id) => ({ ...start, request_id, start_time: new Date().toISOString() }));
  await postTraces(traceServer.url, traces);
}

/** The request IDs that the panel lists, top first. */
async function listed(page: Page): Promise<string[]> {
  const rows = await panel(page, 'Live traces').getByRole('row').allTextContents();
  return rows.flatMap((text) => /live-\d+/.exec(text) ?? []);
}

test('new traces come to the top without a refresh, and each once after an outage of the trace server', async ({
  browser,
  variant,
}) => {
  const provisioning = await provisionLiveDashboard();
  const traceServer = await startTraceServer();
  const host = await startHost(variant, traceServer.url, provisioning);
  const page = await browser.newPage({ baseURL: host.url });
  const shows = (...requestIds: string[]) => expect.poll(() => listed(page), { timeout: 40_000 }).toEqual(requestIds);
  try {
    await call(traceServer, 'live-1');
    await page.goto(LIVE_DASHBOARD);
    await shows('live-1');
    await call(traceServer, 'live-2');
    await shows('live-2', 'live-1');
    await call(traceServer, 'live-3');
    await shows('live-3', 'live-2', 'live-1');

    await traceServer.halt();
    await traceServer.resume();
    await call(traceServer, 'live-4');
    await shows('live-4', 'live-3', 'live-2', 'live-1');
    await call(traceServer, 'live-5');
    await shows('live-5', 'live-4', 'live-3', 'live-2', 'live-1');
  } finally {
    await page.close();
    await host.stop();
    await traceServer.stop();
    await rm(provisioning, { recursive: true });
  }
});
