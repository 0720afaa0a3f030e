import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countGoOutput, countJestReport, countPlaywrightReport } from './counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'modeltrace-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content) {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the closing line counts every failure', () => {
  it('of a test file that does not load', () => {
    expect(countJestReport(report({ testResults: [{ status: 'failed', assertionResults: [] }] })).failed).toBe(1);
  });

  it('of single tests, with skipped ones by name', () => {
    const assertionResults = ['passed', 'failed', 'skipped'].map((status) => ({ status, fullName: status }));
    expect(countJestReport(report({ testResults: [{ status: 'failed', assertionResults }] }))).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['skipped'],
    });
  });

  it('of a Go package that does not build', () => {
    expect(countGoOutput('{"Action":"fail","Package":"p","FailedBuild":"p"}\nnot json').failed).toBe(1);
  });

  it('of a browser test that passed only at the second try', () => {
    expect(countPlaywrightReport(report({ stats: { expected: 2, unexpected: 0, flaky: 1 }, suites: [] }))).toEqual({
      passed: 2,
      failed: 1,
      skipped: [],
    });
  });
});
