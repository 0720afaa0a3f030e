import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSharingServer } from '../testing/secondServer.js';
import { silentLog } from '../testing/silentLog.js';
import { openTestServer, type TestServer } from '../testing/testServer.js';
import { aTrace } from '../testing/traces.js';
import { TRACE_COLUMNS } from './columns.js';
import { removeLaterCopies } from './copies.js';
import { jsonLine } from './jsonLine.js';
import { removeRecentCopies, watchForCopies } from './copiesSchedule.js';
import { toTraceRow } from './traceRow.js';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

it('a request that two servers stored at the same moment is there once, as the first of them stored it', async () => {
  const store = async (ids: readonly string[], output: string) =>
    server.store.insert(
      'traces',
      TRACE_COLUMNS,
      ids.map((request_id) => jsonLine(toTraceRow(aTrace({ request_id, output })))),
    );
  await store(['a', "b'\\", 'c'], 'first');
  await store(["b'\\", 'c'], 'second');
  await store(['c', 'd'], 'third');
  const ids = ['a', "b'\\", 'c', 'd', 'never stored'];
  expect(await removeLaterCopies(server.store, ids)).toBe(3);
  expect(await removeLaterCopies(server.store, ids)).toBe(0);
  const rows = await server.store.rows({
    sql: 'SELECT request_id, output_text FROM traces ORDER BY request_id',
    params: {},
  });
  expect(rows).toEqual([
    { request_id: 'a', output_text: 'first' },
    { request_id: "b'\\", output_text: 'first' },
    { request_id: 'c', output_text: 'first' },
    { request_id: 'd', output_text: 'third' },
  ]);
});

it('a copy that nobody looked for after its insert is found by looking now and then', async () => {
  const sharing = await openSharingServer(server);
  const { store } = sharing;
  const line = (output: string) => jsonLine(toTraceRow(aTrace({ request_id: 'late', output })));
  for (const output of ['first', 'again']) await store.insert('traces', TRACE_COLUMNS, [line(output)]);
  const outputs = async () =>
    (await store.rows<{ output: string }>({ sql: 'SELECT output_text AS output FROM traces', params: {} })).map(
      (row) => row.output,
    );
  const end = watchForCopies(store, silentLog, 1);
  while ((await outputs()).length > 1) await delay(50);
  end();
  expect(await outputs()).toEqual(['first']);
  expect(await removeRecentCopies(store, 60)).toBe(0);
  await sharing.close();
});
