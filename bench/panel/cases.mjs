/* global window */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../../scripts/setup/paths.mjs';
import { median } from '../measure.mjs';
import { clickToText, heapBytes, noted, restart } from './instruments.mjs';
import { grid, line } from './lines.mjs';
import { FIRST_WORDS, PAYLOADS } from './payloads.mjs';

const OPENED = 200;
const WARM_UP = 20;
const TYPED = 'status:failed AND duration > 1.5s AND model:gpt-4* OR cost > 0.01';

const row = (page, requestId) =>
  grid(page).getByRole('row').filter({ hasText: requestId }).getByRole('gridcell').first();

/** What every viewer loads before a trace is opened. */
export function bundleLine() {
  const bytes = gzipSync(readFileSync(inRoot('panel-plugin', 'dist', 'module.js'))).length;
  return line('initial bundle, gzipped', bytes / 1024, 'KB', '≤ 120', bytes <= 120 * 1024);
}

/** From the last byte of the answer to the first row on the screen, in a page that was just opened. */
export async function firstRows(openPage, runs) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const page = await openPage();
    await page.waitForFunction(() => window.modeltraceBench.paintedAt > 0);
    const { answeredAt, paintedAt } = await noted(page);
    times.push(paintedAt - answeredAt);
    await page.close();
  }
  const value = median(times);
  return line('first rows painted after the answer', value, 'ms', '≤ 150', value <= 150);
}

/** Opens the trace of each payload, whose output is in sight at once. */
export async function drawerOpening(page, runs) {
  const lines = [];
  for (const { name, requestId } of PAYLOADS) {
    const limit = name === '20 MB' ? 300 : 100;
    const times = [];
    let longest = 0;
    for (let run = -1; run < runs; run += 1) {
      await restart(page);
      const ms = await clickToText(row(page, requestId), FIRST_WORDS);
      const { longestTaskMs } = await noted(page);
      if (run >= 0) {
        times.push(ms);
        longest = Math.max(longest, longestTaskMs);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    const value = median(times);
    lines.push(line(`drawer open to text painted, ${name}`, value, 'ms', `≤ ${limit}`, value <= limit));
    lines.push(line(`longest task while it opens, ${name}`, longest, 'ms', '≤ 50', longest <= 50));
  }
  return lines;
}

/** Types a condition into the query bar. */
export async function typing(page) {
  await page.getByRole('button', { name: 'Write the condition as text (/)' }).click();
  const bar = page.getByRole('textbox', { name: 'Condition' });
  await bar.click();
  await page.keyboard.type('x', { delay: 30 });
  await restart(page);
  await page.keyboard.type(TYPED, { delay: 30 });
  const { longestTaskMs } = await noted(page);
  await page.keyboard.press('Escape');
  return line('longest task while typing in the query bar', longestTaskMs, 'ms', '≤ 50', longestTaskMs <= 50);
}

/** Opens and closes a trace many times and looks at what is left of it. */
export async function heapAfterOpening(page, session) {
  const { requestId } = PAYLOADS[0];
  const openAndClose = async () => {
    await clickToText(row(page, requestId), FIRST_WORDS);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  for (let time = 0; time < WARM_UP; time += 1) await openAndClose();
  const before = await heapBytes(session);
  for (let time = 0; time < OPENED; time += 1) await openAndClose();
  const grown = ((await heapBytes(session)) - before) / 1024 ** 2;
  return line(`heap after ${OPENED} times open and close`, grown, 'MB more', '≤ 2', grown <= 2);
}
