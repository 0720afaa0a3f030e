import { DAYS, inUrl } from './fixture/times';
import { numberOf, panel } from './support/dashboard';
import { expect, test } from './support/test';

test('from the failure rate to the failing prompt in two clicks', async ({ page, picture }) => {
  await page.goto(`/d/modeltrace-traces?var-model=$__all&${inUrl(DAYS)}`);
  const table = panel(page, 'Traces');
  await numberOf(table, 'Failure rate')
    .getByRole('button', { name: /failed/ })
    .click();
  await expect(numberOf(table, 'Failure rate')).toContainText('100.00%');
  await table.getByRole('gridcell').first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText(/The model failed\.|No answer in time\./);
  await expect(drawer).toContainText(/Question \d+/);
  await picture('failing-prompt');
});

test('a link shows a colleague the same filter, order and trace', async ({ page, context }) => {
  await page.goto(`/d/modeltrace-traces?var-model=$__all&${inUrl(DAYS)}`);
  const table = panel(page, 'Traces');
  await table.getByRole('button', { name: 'Write the condition as text (/)' }).click();
  await table.getByRole('textbox', { name: 'Condition' }).fill('status:failed AND model:fixture-llama');
  await table.getByRole('button', { name: 'Apply' }).click();
  await expect(numberOf(table, 'Total requests')).toContainText('4');
  await table.getByRole('columnheader', { name: /Response time/ }).click();
  await expect(table.getByRole('columnheader', { name: /Response time/ })).toHaveAttribute('aria-sort', /ending$/);
  await table.getByRole('gridcell').first().click();
  await expect(page.getByRole('dialog')).toContainText(/Question \d+/);
  const shown = await page.getByRole('dialog').getByRole('heading').first().innerText();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('dialog').getByRole('heading').first()).toHaveText(shown);
  // An open trace hides the rest from everybody who does not see it.
  await other.keyboard.press('Escape');
  await expect(numberOf(panel(other, 'Traces'), 'Total requests')).toContainText('4');
});

test('Back leaves the trace, then the filter', async ({ page }) => {
  await page.goto(`/d/modeltrace-traces?var-model=$__all&${inUrl(DAYS)}`);
  const table = panel(page, 'Traces');
  await numberOf(table, 'Failure rate')
    .getByRole('button', { name: /failed/ })
    .click();
  await expect(numberOf(table, 'Total requests')).toContainText('12');
  await table.getByRole('gridcell').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goBack();
  await expect(numberOf(table, 'Total requests')).toContainText('300');
});
