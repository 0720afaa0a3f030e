import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { panel } from './support/dashboard';
import { startHost } from './support/processes';
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
    await page.goto('/d/modeltrace-traces');
    await expect(panel(page, 'Traces').getByRole('alert')).toContainText(`Cannot reach the trace server at ${url}`);
    await expect(panel(page, 'Total requests').getByTestId('data-testid Panel status error')).toBeVisible();
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
    await page.goto('/d/modeltrace-traces');
    await expect(panel(page, 'Traces').getByRole('alert')).toContainText('database is starting or down');
  } finally {
    await page.close();
    await host.stop();
    await close(server);
  }
});
