import { DAYS, inUrl } from './fixture/times';
import { SEARCHED } from './fixture/traces';
import { numberOf, panel } from './support/dashboard';
import { expect, test } from './support/test';

test('text that looks like a variable is searched for as it is written', async ({ page }) => {
  await page.goto(`/d/modeltrace-traces?var-model=$__all&${inUrl(DAYS)}`);
  const table = panel(page, 'Traces');
  const search = table.getByRole('combobox', { name: 'Search traces' });
  await search.fill(SEARCHED.text);
  await expect(table.getByText('1 loaded, all there are', { exact: true })).toBeVisible();
  await expect(table).toContainText(SEARCHED.requestId);
  await expect(numberOf(table, 'Total requests').getByText('1', { exact: true })).toBeVisible();

  for (const unknown of ['$NOWHERE', '${NOWHERE}', '[[NOWHERE]]']) {
    await search.fill(unknown);
    await expect(table).toContainText(`No trace matches “${unknown}”`);
  }
  await expect(page.getByTestId('data-testid Panel status error')).toHaveCount(0);
});
