import { run } from '../process/run.mjs';
import { inRoot } from '../setup/paths.mjs';
import { countPlaywrightReport } from './counts.mjs';
import { withReport } from './withReport.mjs';

/** The browser tests of a folder with a playwright.config.ts: a function giving { passed, failed, skipped }. */
export const playwright = (cwd, chromium) => () =>
  withReport(
    (report) =>
      run(inRoot('node_modules', '.bin', 'playwright'), ['test', '--reporter=list,json'], {
        cwd,
        env: { PLAYWRIGHT_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
        allowFailure: true,
      }),
    countPlaywrightReport,
  );
