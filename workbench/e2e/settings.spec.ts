import { exploreWith } from './support/explore';
import { panel } from './support/dashboard';
import { DAYS } from './fixture/times';
import { traceServerUrl } from './support/baseUrls';
import { startHost } from './support/processes';
import { expect, test } from './support/test';

test('the provisioned data source is saved and tested, and says what is wrong with an address', async ({
  browser,
  variant,
}) => {
  const host = await startHost(variant, traceServerUrl());
  const page = await browser.newPage({ baseURL: host.url });
  try {
    await page.goto('/settings');
    const url = page.getByTestId('modeltrace-config-url');
    await expect(url).toHaveValue(traceServerUrl());
    const save = page.getByRole('button', { name: 'Save & test' });
    await save.click();
    await expect(
      page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: 'trace server' }),
    ).toBeVisible();

    await url.fill('http://no-such-host.invalid:4318');
    await save.click();
    await expect(page.getByRole('alert').filter({ hasText: 'no-such-host.invalid' })).toBeVisible();
    await page.goto(exploreWith(DAYS, { queryType: 'traces' }));
    await expect(page.getByRole('alert').filter({ hasText: 'no-such-host.invalid' }).first()).toBeVisible();

    await page.goto('/settings');
    await url.fill(traceServerUrl());
    await save.click();
    await expect(page.getByRole('alert').filter({ hasText: 'no-such-host.invalid' })).toHaveCount(0);
    await page.goto(exploreWith(DAYS, { queryType: 'traces' }));
    await expect(panel(page, 'Traces')).toContainText('fixture-remote-99');
  } finally {
    await page.close();
    await host.stop();
  }
});
