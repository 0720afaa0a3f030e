import { readFileSync } from 'node:fs';

/** Counts of one runner: { passed, failed, skipped: [names] }. */
const none = () => ({ passed: 0, failed: 0, skipped: [] });

/** Counts of the JSON report that Vitest and Jest both write. */
export function countJestReport(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const counts = none();
  for (const suite of report.testResults) {
    // A file that does not load has no tests in it, yet is a failure.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) counts.failed += 1;
    for (const test of suite.assertionResults) add(counts, test.status, test.fullName);
  }
  return counts;
}

/** Counts of `go test -json`: leaf and parent tests alike, and packages that do not build. */
export function countGoOutput(output) {
  const counts = none();
  for (const line of output.split('\n')) {
    if (!line.startsWith('{')) continue;
    const event = JSON.parse(line);
    if (event.Test)
      add(counts, { pass: 'passed', fail: 'failed', skip: 'skipped' }[event.Action], `${event.Package} ${event.Test}`);
    else if (event.Action === 'fail' && event.FailedBuild) counts.failed += 1;
  }
  return counts;
}

/** Counts of Playwright's JSON report. A flaky test counts as failed: it did not pass the first time. */
export function countPlaywrightReport(file) {
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'));
  const skipped = [];
  const walk = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) if (test.status === 'skipped') skipped.push(`${test.projectName}: ${spec.title}`);
    }
    for (const inner of suite.suites ?? []) walk(inner);
  };
  suites.forEach(walk);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped };
}

function add(counts, status, name) {
  if (status === 'passed') counts.passed += 1;
  else if (status === 'failed') counts.failed += 1;
  else if (status === 'skipped' || status === 'pending' || status === 'todo') counts.skipped.push(name);
}
