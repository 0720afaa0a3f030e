import { expect, test } from '@grafana/plugin-e2e';
import { provisioned } from './source';

test('the provisioned data source is healthy', async ({ readProvisionedDataSource, gotoDataSourceConfigPage }) => {
  const { uid } = await provisioned(readProvisionedDataSource);
  const settings = await gotoDataSourceConfigPage(uid);
  await expect(settings.saveAndTest()).toBeOK();
});

test('an address that does not exist is named', async ({ createDataSourceConfigPage, page }) => {
  const settings = await createDataSourceConfigPage({ type: 'modeltrace-traces-datasource' });
  await page.getByTestId('modeltrace-config-url').fill('http://no-such-host.invalid:4318');
  await expect(settings.saveAndTest()).not.toBeOK();
  await expect(settings).toHaveAlert('error', { hasText: 'no-such-host.invalid' });
});
