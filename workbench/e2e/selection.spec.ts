import { DAYS, inUrl } from './fixture/times';
import { chooseModel, numberOf, panel } from './support/dashboard';
import { expect, test } from './support/test';

const PAGE = '/d/modeltrace-traces';

test('the first visit asks for a model, and the next one begins with it', async ({ page }) => {
  await page.goto(`${PAGE}?${inUrl(DAYS)}`);
  const table = panel(page, 'Traces');
  await table.getByRole('textbox', { name: 'Find a model' }).fill('llama');
  await table.getByRole('button', { name: /^fixture-llama/ }).click();
  await expect(page).toHaveURL(/var-model=fixture-llama/);
  await expect(table).toContainText('fixture-llama-99');

  await page.goto(`${PAGE}?${inUrl(DAYS)}`);
  await expect(page).toHaveURL(/var-model=fixture-llama/);
  await expect(table).toContainText('fixture-llama-99');
  await chooseModel(table, 'All models');
  await expect(table).toContainText('fixture-remote-99');
});

test('the numbers are of what the table lists, and lead to the failed requests', async ({ page }) => {
  await page.goto(`${PAGE}?var-model=$__all&${inUrl(DAYS)}`);
  const table = panel(page, 'Traces');
  await expect(numberOf(table, 'Total requests')).toContainText('300');
  await expect(numberOf(table, 'P90 response time')).toContainText('1.80 s');
  await expect(numberOf(table, 'P99 response time')).toContainText('1.98 s');
  await expect(numberOf(table, 'P99 response time')).toContainText('exact, 300 samples');
  await expect(numberOf(table, 'Failure rate')).toContainText('4.00%');
  await chooseModel(table, 'fixture-llama');
  await expect(numberOf(table, 'Total requests')).toContainText('100');
  await numberOf(table, 'Failure rate')
    .getByRole('button', { name: /failed/ })
    .click();
  await expect(numberOf(table, 'Failure rate')).toContainText('100.00%');
  await expect(numberOf(table, 'P99 response time')).toContainText('only');
});

test('a number says by keyboard how it was made', async ({ page }) => {
  await page.goto(`${PAGE}?var-model=$__all&${inUrl(DAYS)}`);
  const help = panel(page, 'Traces').getByRole('button', { name: 'How “P99 response time” is made' });
  await help.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Exact: interpolated between the two nearest of them.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeFocused();
});

test('an empty time range leads to the newest trace', async ({ page }) => {
  await page.goto(`${PAGE}?var-model=fixture-llama&from=2020-01-01T00:00:00.000Z&to=2020-01-02T00:00:00.000Z`);
  const table = panel(page, 'Traces');
  await expect(table).toContainText('No traces in this time range');
  await table.getByRole('button', { name: 'Go to the newest' }).click();
  await expect(table).toContainText('fixture-llama-99');
});

test('all time is two clicks away', async ({ page }) => {
  await page.goto(`${PAGE}?var-model=fixture-llama&from=2020-01-01T00:00:00.000Z&to=2020-01-02T00:00:00.000Z`);
  const table = panel(page, 'Traces');
  await table.getByRole('button', { name: /^Time range/ }).click();
  await page.getByRole('menuitem', { name: 'All time' }).click();
  await expect(numberOf(table, 'Total requests')).toContainText('100');
});
