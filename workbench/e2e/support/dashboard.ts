import { selectors } from '@grafana/e2e-selectors';
import { type Locator, type Page, expect } from '@playwright/test';
import type { PanelName } from '../fixture/expected';
import type { Range } from '../fixture/times';

/** A panel by its title, found the way tests of Grafana itself find it. */
export const panel = (page: Page, title: string): Locator =>
  page.getByTestId(selectors.components.Panels.Panel.title(title));

/** The panels of a title and a kind: two kinds of panel may share a title. */
export function panelOf(page: Page, { type, title }: PanelName): Locator {
  const chart = page.locator('.u-over');
  return panel(page, title).filter(type === 'timeseries' ? { has: chart } : { hasNot: chart });
}

/** What a panel shows below its title. */
export const contentOf = (shown: Locator): Locator => shown.getByTestId(selectors.components.Panels.Panel.content);

/** One of the numbers that a traces panel shows above its table. */
export const numberOf = (table: Locator, label: string): Locator =>
  table.getByRole('region', { name: 'Numbers of the selection' }).locator('dl > div').filter({ hasText: label });

/** Chooses a model, or "All models", in a traces panel. */
export async function chooseModel(table: Locator, name: string): Promise<void> {
  await table.getByRole('combobox', { name: 'Model', exact: true }).click();
  await table.page().getByRole('option', { name }).first().click();
}

/** Chooses a value of a dashboard variable. */
export async function chooseVariable(page: Page, label: string, value: string): Promise<void> {
  const item = page.getByTestId(selectors.pages.Dashboard.SubMenu.submenuItemLabels(label)).locator('..');
  await item.getByRole('combobox').click();
  await page.getByRole('option', { name: value, exact: true }).click();
  await expect(item).toContainText(value);
}

/**
 * Points at a time of a chart until its tooltip shows the texts. Where a point is in height is not known from outside
 * the chart, so the pointer goes down over it; the chart may still be drawing, so that this is tried again.
 */
export async function pointAt(
  page: Page,
  chart: Locator,
  { time, range, shows = [] }: { time: Date; range: Range; shows?: string[] },
): Promise<void> {
  const tooltip = page.getByTestId(selectors.components.Panels.Visualization.Tooltip.Wrapper);
  await expect(async () => {
    const seen = new Set<string>();
    const plot = await chart.locator('.u-over').boundingBox();
    if (!plot) {
      throw new Error('The chart is not drawn yet.');
    }
    const share = (time.getTime() - range.from.getTime()) / (range.to.getTime() - range.from.getTime());
    const x = plot.x + share * plot.width;
    for (let y = plot.y + 4; y < plot.y + plot.height; y += 12) {
      await page.mouse.move(x, y);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const [shown] = await tooltip.allTextContents();
      if (shown !== undefined && shows.every((text) => shown.includes(text))) {
        return;
      }
      seen.add(shown ?? 'nothing');
    }
    throw new Error(`At ${time.toISOString()} the chart shows: ${[...seen].join('; ')}. Expected: ${shows.join(', ')}`);
  }).toPass({ timeout: 20_000 });
}

/** Clicks the point of a time series at a time, which must be the only one near it. */
export async function clickPoint(page: Page, chart: Locator, time: Date, range: Range): Promise<void> {
  await pointAt(page, chart, { time, range });
  await page.mouse.down();
  await page.mouse.up();
}
