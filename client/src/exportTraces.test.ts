import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type ExportState } from './index.js';
import { json, type ScriptedServer, startScriptedServer } from './testing/scriptedServer.js';

const FILE = '"Status"\r\n"success"\r\n';
const SHA256 = createHash('sha256').update(FILE).digest('hex');

let server: ScriptedServer;
beforeEach(async () => {
  server = await startScriptedServer();
});
afterEach(() => server.close());

/** A server that sends the file and then says this of it. */
function sends(state: Partial<ExportState>, end: 'whole' | 'broken' = 'whole') {
  server.answers.push((_request, response) => {
    response.writeHead(200, {
      'content-disposition': `attachment; filename="_.csv"; filename*=UTF-8''m%C3%BC_traces_data.csv`,
      'modeltrace-total-rows': '1',
    });
    response.write(FILE, () => {
      if (end === 'whole') response.end();
      else response.destroy();
    });
  });
  server.answers.push(json(200, { state: 'complete', bytes_written: FILE.length, sha256: SHA256, ...state }));
}

const download = () => createClient({ baseUrl: server.url }).exportTraces({ format: 'csv' });
const read = async () => new Response((await download()).body).text();

describe('exportTraces', () => {
  it('gives the file and its name when what arrived is what the server says it sent', async () => {
    sends({});
    const { body, fileName, rowsTotal, exportId } = await download();
    expect({ fileName, rowsTotal }).toEqual({ fileName: 'mü_traces_data.csv', rowsTotal: 1 });
    expect(await new Response(body).text()).toBe(FILE);
    expect(server.received.map(({ url }) => url)).toEqual([
      `/api/v1/export?format=csv&export_id=${exportId}`,
      `/api/v1/exports/${exportId}`,
    ]);
  });

  it.each<[string, Partial<ExportState>]>([
    ['bytes that changed on the way', { sha256: 'f'.repeat(64) }],
    ['bytes that are missing', { bytes_written: FILE.length + 1 }],
    ['an export that failed', { state: 'failed', sha256: null }],
    ['an export that was cancelled', { state: 'cancelled', sha256: null }],
  ])('never ends as a whole file with %s', async (_what, state) => {
    sends(state);
    await expect(read()).rejects.toMatchObject({ code: 'INCOMPLETE_EXPORT' });
  });

  it('never ends as a whole file when the connection breaks', async () => {
    sends({}, 'broken');
    await expect(read()).rejects.toMatchObject({ code: 'INCOMPLETE_EXPORT' });
  });

  it('cancels the export on the server when the reader has enough', async () => {
    server.answers.push((_request, response) => {
      response.writeHead(200).write(FILE);
    });
    server.answers.push(json(200, { state: 'cancelled' }));
    const { body, exportId } = await download();
    await body.cancel();
    expect(server.received.at(-1)).toMatchObject({ method: 'DELETE', url: `/api/v1/exports/${exportId}` });
  });
});
