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
  return rows.flatMap((text) => /live-[a-e]/.exec(text) ?? []);
}

test('new traces come to the top without a refresh, and each once after an outage of the trace server', async ({
  browser,
  variant,
}) => {
  test.slow(); // The trace server starts twice.
  const provisioning = await provisionLiveDashboard();
  const traceServer = await startTraceServer();
  const host = await startHost(variant, traceServer.url, provisioning);
  const page = await browser.newPage({ baseURL: host.url });
  const shows = (...requestIds: string[]) => expect.poll(() => listed(page), { timeout: 90_000 }).toEqual(requestIds);
  try {
    await call(traceServer, 'live-a');
    await page.goto(LIVE_DASHBOARD);
    await shows('live-a');
    await call(traceServer, 'live-b');
    await shows('live-b', 'live-a');
    await call(traceServer, 'live-c');
    await shows('live-c', 'live-b', 'live-a');

    await traceServer.halt();
    await traceServer.resume();
    await call(traceServer, 'live-d');
    await shows('live-d', 'live-c', 'live-b', 'live-a');
    await call(traceServer, 'live-e');
    await shows('live-e', 'live-d', 'live-c', 'live-b', 'live-a');
  } finally {
    await page.close();
    await host.stop();
    await traceServer.stop();
    await rm(provisioning, { recursive: true });
  }
});
