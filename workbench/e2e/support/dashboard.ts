import { selectors } from '@grafana/e2e-selectors';
import { type Locator, type Page, expect } from '@playwright/test';

/** A panel by its title, found the way tests of Grafana itself find it. */
export const panel = (page: Page, title: string): Locator =>
  page.getByTestId(selectors.components.Panels.Panel.title(title));

/** Chooses a value of a dashboard variable. */
export async function chooseVariable(page: Page, label: string, value: string): Promise<void> {
  const item = page.getByTestId(selectors.pages.Dashboard.SubMenu.submenuItemLabels(label)).locator('..');
  await item.getByRole('combobox').click();
  await page.getByRole('option', { name: value, exact: true }).click();
  await expect(item).toContainText(value);
}

/**
 * Clicks the point of a time series at a time, which must be the only one near it. Where it is in height is not known
 * from outside the chart, so the pointer goes down until the chart shows the point's tooltip; the chart may still be
 * drawing, so that this is tried again.
 */
export async function clickPoint(
  page: Page,
  chart: Locator,
  time: Date,
  range: { from: Date; to: Date },
): Promise<void> {
  const tooltip = page.getByTestId(selectors.components.Panels.Visualization.Tooltip.Wrapper);
  await expect(async () => {
    const plot = await chart.locator('.u-over').boundingBox();
    if (!plot) {
      throw new Error('The chart is not drawn yet.');
    }
    const share = (time.getTime() - range.from.getTime()) / (range.to.getTime() - range.from.getTime());
    const x = plot.x + share * plot.width;
    for (let y = plot.y + 4; y < plot.y + plot.height; y += 12) {
      await page.mouse.move(x, y);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      if (await tooltip.isVisible()) {
        await page.mouse.click(x, y);
        return;
      }
    }
    throw new Error(`The chart shows no point at ${time.toISOString()}.`);
  }).toPass({ timeout: 20_000 });
}
