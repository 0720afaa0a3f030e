import type { AddressInfo } from 'node:net';
import type { TestServer } from './testServer.js';

/** Lets a test server listen on a free port of this machine; its URL. */
export async function listen(server: TestServer): Promise<string> {
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
}
