import { run } from '../process/run.mjs';
import { inRoot, root } from '../setup/paths.mjs';
import { countGoOutput, countJestReport } from './counts.mjs';
import { grafanaJourneys } from './grafana.mjs';
import { playwright } from './playwright.mjs';
import { withTraceServer } from './traceServer.mjs';
import { withReport } from './withReport.mjs';

const bin = (name) => inRoot('node_modules', '.bin', name);

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
    { name: 'browser', run: playwright(inRoot('workbench'), chromium) },
    { name: 'a real Grafana', run: grafanaJourneys(chromium) },
  ];
}
