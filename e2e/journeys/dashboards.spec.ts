import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@grafana/plugin-e2e';

interface Provisioned {
  uid: string;
  title: string;
  panels: { title: string }[];
}

const folder = join(import.meta.dirname, '..', '..', 'provisioning', 'dashboards');
const dashboards = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Provisioned);

for (const { uid, title, panels } of dashboards) {
  test(`${title} shows every panel without an error`, async ({ gotoDashboardPage }) => {
    const dashboard = await gotoDashboardPage({ uid, timeRange: { from: 'now-7d', to: 'now' } });
    await dashboard.waitForPanelsQueriesToComplete({ scrollAll: true });
    for (const panel of panels) {
      const shown = dashboard.getPanelByTitle(panel.title);
      await shown.scrollIntoView();
      await expect(shown.getErrorIcon()).toHaveCount(0);
    }
  });
}

test('an ad hoc filter narrows every panel', async ({ gotoDashboardPage, page }) => {
  const queryParams = new URLSearchParams({ 'var-filters': 'status|=|error' });
  const dashboard = await gotoDashboardPage({ uid: 'modeltrace-overview', queryParams });
  await dashboard.waitForPanelsQueriesToComplete();
  await expect(dashboard.getPanelByTitle('Failure rate').locator).toContainText('100');
  await expect(page).toHaveURL(/var-filters=status/);
});

test('a variable narrows the one below it', async ({ gotoDashboardPage, page, selectors, grafanaVersion }) => {
  expect(grafanaVersion).not.toBe('');
  const queryParams = new URLSearchParams({ 'var-model_type': 'external' });
  const dashboard = await gotoDashboardPage({ uid: 'modeltrace-overview', queryParams });
  const label = dashboard.getByGrafanaSelector(selectors.pages.Dashboard.SubMenu.submenuItemLabels('Model'));
  await label.locator('..').getByRole('combobox').click();
  await expect(page.getByRole('option').first()).toBeVisible();
});
