import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DAYS, inUrl } from './fixture/times';
import { traceServerUrl } from './support/baseUrls';
import { numberOf, panel } from './support/dashboard';
import { startHost } from './support/processes';
import { startRelay } from './support/relay';
import { expect, test } from './support/test';

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}

test('without a trace server the traces panel says so in words', async ({ browser, variant }) => {
  const server = createServer();
  const url = await listen(server);
  await close(server);
  const host = await startHost(variant, url);
  const page = await browser.newPage({ baseURL: host.url });
  try {
    await page.goto('/d/modeltrace-traces?var-model=$__all');
    await expect(panel(page, 'Traces').getByRole('alert')).toContainText(`Cannot reach the trace server at ${url}`);
    await expect(panel(page, 'Traces').getByRole('button', { name: 'Try again' })).toBeVisible();
  } finally {
    await page.close();
    await host.stop();
  }
});

test('with the engine down the traces panel says so in words', async ({ browser, variant }) => {
  // Answers as the contract has it for a trace server whose engine is down.
  const server = createServer((_request, response) => {
    response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '2' });
    response.end(JSON.stringify({ error: { code: 'ENGINE_UNAVAILABLE', message: 'The engine does not answer.' } }));
  });
  const host = await startHost(variant, await listen(server));
  const page = await browser.newPage({ baseURL: host.url });
  try {
    await page.goto('/d/modeltrace-traces?var-model=$__all');
    await expect(panel(page, 'Traces').getByRole('alert')).toContainText('database is starting or down');
  } finally {
    await page.close();
    await host.stop();
    await close(server);
  }
});

test('when the trace server is back the next refresh shows the data again', async ({ browser, variant }) => {
  const relay = await startRelay(traceServerUrl());
  const host = await startHost(variant, relay.url);
  const page = await browser.newPage({ baseURL: host.url });
  try {
    await page.goto(`/d/modeltrace-traces?var-model=$__all&${inUrl(DAYS)}`);
    const table = panel(page, 'Traces');
    await expect(table).toContainText('fixture-remote-99');
    await relay.interrupt();
    const refresh = page.getByTestId('data-testid RefreshPicker run button');
    await refresh.click();
    await expect(table.getByRole('alert')).toContainText('Cannot reach the trace server');
    await relay.resume();
    await refresh.click();
    await expect(table).toContainText('fixture-remote-99');
    await expect(table.getByRole('alert')).toHaveCount(0);
    await expect(numberOf(table, 'Total requests').getByText('300', { exact: true })).toBeVisible();
  } finally {
    await page.close();
    await host.stop();
    await relay.interrupt();
  }
});
