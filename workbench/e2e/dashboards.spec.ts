import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { panel } from './support/dashboard';
import { places } from './support/places';
import { expect, test } from './support/test';

interface Provisioned {
  uid: string;
  title: string;
  panels: { title: string }[];
}

const folder = join(places.provisioning, 'dashboards');
const dashboards = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Provisioned);

/** A view that holds a whole dashboard: panels are drawn anew when the page is made taller for a picture. */
const TALL = { width: 1440, height: 1300 };

/** A chart, a number, a row count, or the words that there is nothing to show. */
const DRAWN = '.u-over, :text("No data"), :text("No traces"), :text-matches("^–$|\\\\d")';

/** The recording's busiest days. */
const RANGE = `from=${Date.parse('2026-03-28T00:00:00Z')}&to=${Date.parse('2026-04-02T00:00:00Z')}`;

for (const theme of ['light', 'dark']) {
  for (const { uid, title, panels } of dashboards) {
    test(`${title} shows every panel without an error in the ${theme} theme`, async ({ page, picture }) => {
      await page.setViewportSize(TALL);
      await page.goto(`/d/${uid}?theme=${theme}&${RANGE}`);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      for (const panelTitle of new Set(panels.map((shown) => shown.title))) {
        const wanted = panels.filter((shown) => shown.title === panelTitle).length;
        await expect(panel(page, panelTitle)).toHaveCount(wanted);
        for (const one of await panel(page, panelTitle).all()) {
          await expect(one.locator(DRAWN).first()).toBeVisible();
        }
      }
      await expect(page.getByLabel('Panel loading bar')).toHaveCount(0);
      await expect(page.getByTestId('data-testid Panel status error')).toHaveCount(0);
      await picture(`${uid}-${theme}`);
    });
  }
}

test('the page says that it is not Grafana and which panels are stand-ins', async ({ page, variant }) => {
  await page.goto('/');
  const note = page.getByRole('note', { name: 'About this page' });
  await expect(note).toContainText('not Grafana');
  await expect(note).toContainText('these panels are stand-ins: stat, timeseries');
  await expect(note).toHaveAttribute('data-react-version', new RegExp(`^${variant.replace('react-', '')}\\.`));
});

test('a dashboard link keeps the time range', async ({ page }) => {
  await page.goto(`/d/modeltrace-analytics?${RANGE}`);
  await page.getByTestId('data-testid dashboard-link').filter({ hasText: 'Traces' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Model traces' })).toBeVisible();
  await expect(page).toHaveURL(/from=2026-03-28T00:00:00.000Z&to=2026-04-02T00:00:00.000Z/);
});
