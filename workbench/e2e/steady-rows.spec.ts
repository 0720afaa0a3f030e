import { DAYS, inUrl } from './fixture/times';
import { SEARCHED } from './fixture/traces';
import { panel } from './support/dashboard';
import { expect, test } from './support/test';

/** Notes each height of the page, in pixels, at which the first row is drawn. */
function watchFirstRow(): void {
  const heights: number[] = [];
  Object.assign(window, { heightsOfFirstRow: heights });
  const look = () => {
    const top = document.querySelector('[role="gridcell"]')?.getBoundingClientRect().top;
    if (top !== undefined && heights.at(-1) !== top) {
      heights.push(top);
    }
    requestAnimationFrame(look);
  };
  look();
}

for (const width of [320, 600, 900, 1440]) {
  test(`rows stay under the pointer while controls, filters and numbers come, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(watchFirstRow);
    await page.goto(
      `/d/modeltrace-traces?var-model=$__all&${inUrl(DAYS)}&var-search=${encodeURIComponent(SEARCHED.text)}`,
    );
    const table = panel(page, 'Traces');
    await expect(table.getByRole('gridcell').first()).toBeVisible();
    await expect(table.getByRole('group', { name: 'Active filters' })).toBeVisible();
    await expect(table.getByRole('region', { name: 'Numbers of the selection' })).toHaveAttribute('aria-busy', 'false');
    const heights = await page.evaluate(() => (window as unknown as { heightsOfFirstRow: number[] }).heightsOfFirstRow);
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1);
  });
}
