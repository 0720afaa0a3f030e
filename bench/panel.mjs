// `npm run bench:panel`: the built panel in Chromium on the workbench: first rows, scrolling, opening traces, typing,
// memory. See docs/benchmarks.md.
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { daysBefore, dataSet, UNTIL } from './server/dataSet.mjs';
import { checkBuilt } from './server/dist.mjs';
import { bundleLine, drawerOpening, firstRows, heapAfterOpening, typing } from './panel/cases.mjs';
import { install } from './panel/instruments.mjs';
import { grid } from './panel/lines.mjs';
import { postPayloads } from './panel/payloads.mjs';
import { dashboardPath, provisioningIn, startTraceServer, startWorkbench } from './panel/programs.mjs';
import { scrolling } from './panel/scrolling.mjs';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    dir: { type: 'string', default: join(tmpdir(), 'modeltrace-bench') },
    runs: { type: 'string', default: '5' },
    'no-scrolling': { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows);
const runs = Number(values.runs);
if (!(Number.isSafeInteger(rows) && rows > 0 && Number.isSafeInteger(runs) && runs > 0)) {
  throw new Error('--rows and --runs must be whole numbers above 0.');
}
checkBuilt();

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env.PLAYWRIGHT_CHROMIUM ?? INSTALLED.find((path) => existsSync(path));
const path = dashboardPath(daysBefore(80), UNTIL);

async function* measure(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-US' });
  await context.addInitScript(install);
  const openPage = async (address = path) => {
    const page = await context.newPage();
    await page.goto(url + address);
    return page;
  };
  const opened = async (address) => {
    const page = await openPage(address);
    await grid(page).getByRole('gridcell').first().waitFor();
    return page;
  };
  yield bundleLine();
  yield await firstRows(openPage, runs);
  if (!values['no-scrolling']) {
    const scrolled = await opened();
    yield* await scrolling(scrolled);
    await scrolled.close();
  }
  const page = await opened();
  yield* await drawerOpening(page, runs);
  yield await typing(page);
  yield await heapAfterOpening(page, await context.newCDPSession(page));
}

const dir = resolve(values.dir);
mkdirSync(dir, { recursive: true });
const { dataDir } = await dataSet(rows, dir);
const server = await startTraceServer(dataDir);
try {
  await postPayloads(server.url);
  const workbench = await startWorkbench(server.url, provisioningIn(dir));
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--enable-precise-memory-info'],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    for await (const { name, value, unit, target, isMet } of measure(browser, workbench.url)) {
      console.log(
        `| ${name} | ${value.toFixed(value < 10 ? 1 : 0)} ${unit} | ${target} | ${isMet ? 'met' : '**missed**'} |`,
      );
    }
  } finally {
    await browser.close();
    await workbench.stop();
  }
} finally {
  await server.stop();
}
