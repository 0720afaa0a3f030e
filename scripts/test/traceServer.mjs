import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Services, waitUntil } from '../process/services.mjs';
import { root, traceServerCli } from '../setup/paths.mjs';

/** Runs `work(url)` with an empty trace server on a free port, and stops it and removes its data afterwards. */
export async function withTraceServer(work) {
  const dataDir = mkdtempSync(join(tmpdir(), 'modeltrace-test-server-'));
  const services = new Services();
  try {
    let url;
    const server = services.start('trace server', process.execPath, [traceServerCli, 'serve'], {
      cwd: root,
      env: {
        MODELTRACE_DATA_DIR: dataDir,
        TRACE_PORT: '0',
        MODELTRACE_API_KEY: '',
        MODELTRACE_DEMO: '',
        CLICKHOUSE_URL: '',
      },
      onLine: (line) => {
        url ??= /listening on (http:\/\/[^"\s]+)/.exec(line)?.[1];
      },
    });
    await waitUntil(server, async () => url !== undefined);
    return await work(url);
  } finally {
    await services.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
