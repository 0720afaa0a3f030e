import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a runner that writes a JSON report to a file and counts it; no report at all is one failure. */
export async function withReport(start, count) {
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
