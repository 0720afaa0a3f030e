import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DAYS, inUrl } from './fixture/times';
import { panel } from './support/dashboard';
import { expect, test } from './support/test';

/** WCAG 2.0 and 2.1 at level AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

const PANEL = '[data-testid="data-testid Panel header Traces"]';

/** What axe finds in a part of the page, as one line for each element. */
async function faults(page: Page, part: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).include(part).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

for (const theme of ['dark', 'light']) {
  test.describe(`in the ${theme} theme`, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto(`/d/modeltrace-traces?theme=${theme}&var-model=$__all&${inUrl(DAYS)}`);
      await expect(panel(page, 'Traces').getByRole('gridcell').first()).toBeVisible();
    });

    test('the table and its toolbar can be used with a screen reader', async ({ page }) => {
      expect(await faults(page, PANEL)).toEqual([]);
    });

    test('an open trace can be used with a screen reader', async ({ page }) => {
      await panel(page, 'Traces').getByRole('gridcell').first().click();
      const drawer = page.getByRole('dialog');
      await expect(drawer.getByText('An answer.')).toBeVisible();
      expect(await faults(page, '[role="dialog"]')).toEqual([]);
    });
  });
}
