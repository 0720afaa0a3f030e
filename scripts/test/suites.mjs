import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../process/run.mjs';
import { inRoot, root } from '../setup/paths.mjs';
import { countGoOutput, countJestReport, countPlaywrightReport } from './counts.mjs';
import { withTraceServer } from './traceServer.mjs';

const bin = (name) => inRoot('node_modules', '.bin', name);

/** Runs a runner that writes a JSON report to a file and counts it; no report at all is one failure. */
async function withReport(start, count) {
  const folder = mkdtempSync(join(tmpdir(), 'modeltrace-test-'));
  const report = join(folder, 'report.json');
  try {
    const { code } = await start(report);
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: [] };
    const counts = count(report);
    // A runner that fails without a failed test (a crash, an unhandled error) is still a failure.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const vitest = (cwd) => () =>
  withReport(
    (report) =>
      run(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
        cwd,
        allowFailure: true,
      }),
    countJestReport,
  );

const jest = (cwd) => () =>
  withReport(
    (report) =>
      run(bin('jest'), ['--maxWorkers=2', '--json', `--outputFile=${report}`, '--silent'], { cwd, allowFailure: true }),
    countJestReport,
  );

/** The data source's tests also ask a real trace server. */
const goWithTraceServer = (cwd) => () => withTraceServer((url) => go(cwd, { MODELTRACE_TEST_URL: url })());

const go = (cwd, env) => async () => {
  const { code, output } = await run('go', ['test', '-json', './...'], { cwd, env, quiet: true, allowFailure: true });
  const counts = countGoOutput(output);
  if (code !== 0) {
    const text = output
      .split('\n')
      .map((line) => (line.startsWith('{') ? (JSON.parse(line).Output ?? '') : `${line}\n`))
      .join('');
    process.stderr.write(text);
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

const browser = (chromium) => () =>
  withReport(
    (report) =>
      run(bin('playwright'), ['test', '--reporter=list,json'], {
        cwd: inRoot('workbench'),
        env: { PLAYWRIGHT_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
        allowFailure: true,
      }),
    countPlaywrightReport,
  );

/** The test suites in the order they run: name and `run()` giving { passed, failed, skipped }. */
export function suites({ chromium }) {
  return [
    { name: 'contract, dashboards and docs', run: vitest(root) },
    { name: 'client', run: vitest(inRoot('client')) },
    { name: 'trace server', run: vitest(inRoot('backend-mock')) },
    { name: 'data source, front end', run: jest(inRoot('datasource-plugin')) },
    { name: 'panel', run: jest(inRoot('panel-plugin')) },
    { name: 'data source, back end and its binary', run: goWithTraceServer(inRoot('datasource-plugin')) },
    { name: 'workbench host', run: go(inRoot('workbench', 'host')) },
    { name: 'browser', run: browser(chromium) },
  ];
}
