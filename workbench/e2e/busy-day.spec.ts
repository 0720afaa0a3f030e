import { BUSY_DAY, inUrl } from './fixture/times';
import { BUSY_REQUESTS } from './fixture/traces';
import { panel } from './support/dashboard';
import { expect, test } from './support/test';

test('with more requests than points the latency panel says at its title how many there are', async ({ page }) => {
  await page.goto(`/d/modeltrace-analytics?${inUrl(BUSY_DAY)}`);
  await expect(panel(page, 'Total requests').getByText('3 K', { exact: true })).toBeVisible();
  const notice = panel(page, 'Model latency').getByRole('note');
  await expect(notice).toHaveAccessibleName(new RegExp(`^${BUSY_REQUESTS} requests are shown by \\d+ points\\.`));
  await notice.hover();
  await expect(page.getByRole('tooltip')).toContainText(`${BUSY_REQUESTS} requests are shown by`);
});
