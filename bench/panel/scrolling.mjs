/* global document, getComputedStyle */
import { noted, restart } from './instruments.mjs';
import { grid, line } from './lines.mjs';

const SCROLL_STEPS = 300;

/** Pixels of one notch of a wheel, and of five, which is faster than one can read. */
const WHEELS = [
  ['notch by notch', 120],
  ['five notches at once', 600],
];

/** Rows of the copy that stands still: many more than are in sight, few enough to cost nothing by their number. */
const COPIED_ROWS = 150;
const COPIED_PIXELS = 3_600;

/** Loads all rows that the panel holds, then scrolls through them, and through a copy that takes no work at all. */
export async function scrolling(page) {
  await loadAll(page);
  const box = await grid(page).boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const footer = await page
    .getByText(/^[\d,]+ loaded/)
    .first()
    .textContent();
  const loaded = footer?.split(',').slice(0, 2).join(',').trim();
  const measured = [];
  for (const [name, pixels] of WHEELS) measured.push({ name, pixels, ...(await turn(page, pixels)) });
  await putCopyOver(page);
  const lines = [];
  for (const { name, pixels, p95, frames, longestTaskMs } of measured) {
    const still = await turn(page, pixels, COPIED_PIXELS / pixels);
    const what = `scrolling ${loaded}, ${name}`;
    const frame = `${what}: p95 of ${frames} frames (the same rows without any work: ${still.p95.toFixed(0)} ms)`;
    lines.push(line(frame, p95, 'ms', '≤ 20', p95 <= 20));
    lines.push(line(`${what}: longest task`, longestTaskMs, 'ms', '≤ 50', longestTaskMs <= 50));
  }
  return lines;
}

async function loadAll(page) {
  await grid(page).getByRole('gridcell').first().focus();
  const rows = () =>
    page.evaluate(() => document.querySelector('[role="grid"] [role="rowgroup"]:last-child').clientHeight);
  for (let height = -1, next = await rows(); next !== height;) {
    height = next;
    await page.keyboard.press('Control+End');
    await page.waitForFunction(
      (before) => {
        const body = document.querySelector('[role="grid"] [role="rowgroup"]:last-child');
        return body.clientHeight !== before || /all there are|the most/.test(document.body.textContent);
      },
      height,
      { timeout: 60_000 },
    );
    next = await rows();
  }
}

/**
 * Turns the wheel as fast as the page takes it.
 * @param turnAfter steps upwards after which it turns downwards for as many
 */
async function turn(page, pixels, turnAfter = SCROLL_STEPS) {
  await restart(page, true);
  for (let step = 0; step < SCROLL_STEPS; step += 1) {
    const isUp = Math.floor(step / turnAfter) % 2 === 0;
    await page.mouse.wheel(0, isUp ? -pixels : pixels);
  }
  const { frameTimesMs, longestTaskMs } = await noted(page);
  await restart(page);
  const sorted = [...frameTimesMs].sort((one, other) => one - other);
  return { p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN, frames: sorted.length, longestTaskMs };
}

/** What the browser by itself takes for rows like these on this machine: they only have to be painted. */
async function putCopyOver(page) {
  await page.evaluate((count) => {
    const table = document.querySelector('[role="grid"]');
    const { left, top, width, height } = table.getBoundingClientRect();
    const row = table.querySelector('[role="rowgroup"]:last-child [role="row"]');
    const copy = document.createElement('div');
    const background = getComputedStyle(row).backgroundColor;
    copy.dataset.copyOfRows = '';
    copy.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px;overflow:auto;background:${background};z-index:9999`;
    for (let index = 0; index < count; index += 1) {
      const still = row.cloneNode(true);
      still.style.position = 'static';
      still.style.transform = 'none';
      copy.append(still);
    }
    // The widths of the columns are inherited from the table.
    table.parentElement.append(copy);
    for (const name of table.style) copy.style.setProperty(name, table.style.getPropertyValue(name));
  }, COPIED_ROWS);
  await page.evaluate(() => document.querySelector('[data-copy-of-rows]').scrollTo(0, 1e9));
  await page.waitForTimeout(1000);
}
