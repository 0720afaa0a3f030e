import { DAYS, inUrl } from './fixture/times';
import { chooseVariable, numberOf, panel } from './support/dashboard';
import { results } from './support/explore';
import { expect, test } from './support/test';

const OVERVIEW = `/d/modeltrace-overview?${inUrl(DAYS)}`;
const TALL = { width: 1440, height: 1900 };

test('a variable offers what the wider choice leaves, and narrows every panel', async ({ page }) => {
  await page.goto(OVERVIEW);
  await expect(panel(page, 'Requests').getByText('300', { exact: true })).toBeVisible();
  await chooseVariable(page, 'Model type', 'open-source');
  await expect(panel(page, 'Requests').getByText('100', { exact: true })).toBeVisible();
  const models = page.getByTestId('data-testid Dashboard template variables submenu Label Model').locator('..');
  await models.getByRole('combobox').click();
  await expect(page.getByRole('option', { name: 'fixture-llama' })).toBeVisible();
  await expect(page.getByRole('option', { name: 'fixture-remote' })).toHaveCount(0);
});

test('an ad hoc filter narrows every panel of the dashboard', async ({ page, picture }) => {
  await page.setViewportSize(TALL);
  await page.goto(OVERVIEW);
  await expect(panel(page, 'Requests').getByText('300', { exact: true })).toBeVisible();
  const filter = page.getByPlaceholder(/label|filter/i);
  await filter.click();
  await page
    .getByRole('option', { name: /^Model( |$)/i })
    .first()
    .click();
  await page.getByRole('option', { name: /^= ?/ }).first().click();
  await page.getByRole('option', { name: 'fixture-llama' }).click();
  await expect(panel(page, 'Requests').getByText('100', { exact: true })).toBeVisible();
  await expect(panel(page, 'P95 latency compared')).not.toContainText('fixture-remote');
  await expect(panel(page, 'Newest requests')).toContainText('fixture-llama-99');
  await expect(panel(page, 'Newest requests')).not.toContainText('fixture-remote');
  await expect(page.getByTestId('data-testid Panel status error')).toHaveCount(0);
  await picture('overview-filtered');
});

test('deployments are marked on charts until they are switched off', async ({ page }) => {
  await page.goto(OVERVIEW);
  const marks = panel(page, 'Requests over time').getByRole('img', { name: /^Annotation/ });
  await expect(marks.first()).toBeVisible();
  await marks.first().hover();
  await expect(page.getByRole('tooltip')).toContainText('fixture');
  await page.locator('label').filter({ hasText: 'Deployments' }).click();
  await expect(marks).toHaveCount(0);
});

test('a panel is taken to Explore with its filters and its time range', async ({ page }) => {
  await page.goto(`${OVERVIEW}&var-model=fixture-llama`);
  const shown = panel(page, 'Newest requests');
  await shown.hover();
  await shown.getByRole('button', { name: /menu/i }).click();
  await page.getByRole('menuitem', { name: 'Explore' }).click();
  await expect(page).toHaveURL(/\/explore\?.*fixture-llama/);
  await expect(results(page)).toContainText('fixture-llama-99');
  await expect(results(page)).not.toContainText('fixture-remote');
});

test('a number of failures leads to the failed requests with the same choices', async ({ page }) => {
  await page.goto(`${OVERVIEW}&var-model=fixture-llama`);
  await panel(page, 'Failure rate').getByRole('link', { name: 'Show the failed requests' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Model traces' })).toBeVisible();
  await expect(numberOf(panel(page, 'Traces'), 'Total requests').getByText('4', { exact: true })).toBeVisible();
});

test('a chart with a line of failures, whose points are hard to hit, leads to them by its title', async ({ page }) => {
  await page.goto(`${OVERVIEW}&var-model=fixture-llama`);
  await panel(page, 'Requests over time').getByRole('link', { name: 'Show the failed requests' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Model traces' })).toBeVisible();
  await expect(numberOf(panel(page, 'Traces'), 'Total requests').getByText('4', { exact: true })).toBeVisible();
});
