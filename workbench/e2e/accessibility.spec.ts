import AxeBuilder from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';
import { DAYS, inUrl } from './fixture/times';
import { SEARCHED, SENT } from './fixture/traces';
import { panel } from './support/dashboard';
import { test } from './support/test';

/** WCAG 2.0 and 2.1 at level AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

const PANEL = '[data-testid="data-testid Panel header Traces"]';
const DIALOG = '[role="dialog"]';
const COLUMNS = '[data-testid="toggletip-content"]';

/** What axe finds in a part of the page, as one line for each element, once no colour is on its way to another. */
async function faults(page: Page, part: string): Promise<string[]> {
  await page.waitForFunction(
    () =>
      !document
        .getAnimations()
        .some((animation) => animation instanceof CSSTransition && animation.playState === 'running'),
  );
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).include(part).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
}

for (const theme of ['dark', 'light']) {
  const address = `/d/modeltrace-traces?theme=${theme}&${inUrl(DAYS)}`;

  test(`everything of the panel can be read and used by everybody, ${theme} theme`, async ({ page, picture }) => {
    test.slow();
    const table = panel(page, 'Traces');

    await test.step('the first visit', async () => {
      await page.goto(address);
      await expect(table.getByRole('textbox', { name: 'Find a model' })).toBeVisible();
      expect(await faults(page, PANEL)).toEqual([]);
    });

    await test.step('toolbar, numbers and table', async () => {
      await page.goto(`${address}&var-model=$__all`);
      await expect(table.getByRole('gridcell').first()).toBeVisible();
      expect(await faults(page, PANEL)).toEqual([]);
      await picture(`a11y-table-${theme}`);
    });

    await test.step('the filter builder', async () => {
      await table.getByRole('button', { name: /^Filters?/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await faults(page, DIALOG)).toEqual([]);
      await picture(`a11y-filters-${theme}`);
      await page.keyboard.press('Escape');
    });

    await test.step('the query bar', async () => {
      await table.getByRole('button', { name: 'Write the condition as text (/)' }).click();
      await table.getByRole('textbox', { name: 'Condition' }).fill('status:');
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(await faults(page, PANEL)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    });

    await test.step('the menu of a cell', async () => {
      await table.locator('[role="gridcell"][data-column="duration_ms"]').first().focus();
      await page.keyboard.press('f');
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await faults(page, '[role="menu"]')).toEqual([]);
      await picture(`a11y-cell-menu-${theme}`);
      await page.keyboard.press('Escape');
    });

    await test.step('the choice of columns', async () => {
      await table.getByRole('button', { name: 'Choose columns' }).click();
      await expect(page.getByRole('checkbox').first()).toBeVisible();
      expect(await faults(page, COLUMNS)).toEqual([]);
      await picture(`a11y-columns-${theme}`);
      await page.keyboard.press('Escape');
    });

    await test.step('an open trace', async () => {
      await page.goto(`${address}&var-model=$__all&trace=${SENT.requestId}`);
      const drawer = page.getByRole('dialog');
      await expect(drawer).toContainText('An answer.');
      expect(await faults(page, DIALOG)).toEqual([]);
      await picture(`a11y-drawer-${theme}`);
      const input = drawer.getByRole('region', { name: 'Input', exact: true });
      await input.getByRole('radio', { name: 'JSON' }).check({ force: true });
      await input.getByRole('button', { name: 'Fold all', exact: true }).click();
      await expect(input.getByRole('button', { expanded: false }).first()).toBeVisible();
      expect(await faults(page, DIALOG)).toEqual([]);
      await picture(`a11y-folded-${theme}`);
    });

    await test.step('two traces compared', async () => {
      await page.goto(`${address}&var-model=$__all&trace=${SEARCHED.requestId}&compare=${SENT.requestId}`);
      await expect(page.getByRole('dialog')).toContainText(SENT.requestId);
      expect(await faults(page, DIALOG)).toEqual([]);
      await picture(`a11y-compare-${theme}`);
    });

    await test.step('the export', async () => {
      await page.goto(`${address}&var-model=$__all`);
      await table.getByRole('button', { name: /^Export/ }).click();
      await expect(page.getByRole('button', { name: 'Start export' })).toBeEnabled();
      expect(await faults(page, DIALOG)).toEqual([]);
    });
  });
}

test('on a phone the table, the numbers and an open trace need no more than the width', async ({ page, picture }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`/d/modeltrace-traces?var-model=$__all&${inUrl(DAYS)}`);
  await expect(panel(page, 'Traces').getByRole('gridcell').first()).toBeVisible();
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await wider()).toBe(0);
  await picture('phone-table');
  await page.goto(`/d/modeltrace-traces?var-model=$__all&trace=fixture-remote-5&${inUrl(DAYS)}`);
  await expect(page.getByRole('dialog')).toContainText('An answer.');
  expect(await wider()).toBe(0);
  await picture('phone-trace');
});
