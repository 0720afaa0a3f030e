import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { READ_AT, type PanelName, expectedOf } from './fixture/expected';
import { DAYS, inUrl } from './fixture/times';
import { contentOf, panel, panelOf, pointAt } from './support/dashboard';
import { places } from './support/places';
import { expect, test } from './support/test';

interface Provisioned {
  uid: string;
  title: string;
  panels: PanelName[];
}

const folder = join(places.provisioning, 'dashboards');
const dashboards = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Provisioned);

/** A view that holds a whole dashboard: panels are drawn anew when the page is made taller for a picture. */
const TALL = { width: 1440, height: 1700 };

const isChart = ({ type }: PanelName) => type === 'timeseries';

for (const theme of ['light', 'dark']) {
  for (const { uid, title, panels } of dashboards) {
    test(`${title} shows data and no error in every panel in the ${theme} theme`, async ({ page, picture }) => {
      await page.setViewportSize(TALL);
      await page.goto(`/d/${uid}?theme=${theme}&${inUrl(DAYS)}`);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      for (const one of panels) {
        const shown = panelOf(page, one);
        await expect(shown).toHaveCount(1);
        for (const text of isChart(one) ? [] : expectedOf(uid, one)) {
          await expect(contentOf(shown)).toContainText(text);
        }
      }
      await expect(page.getByLabel('Panel loading bar')).toHaveCount(0);
      await expect(page.getByTestId('data-testid Panel status error')).toHaveCount(0);
      await picture(`${uid}-${theme}`);
    });
  }
}

for (const { uid, title, panels } of dashboards.filter((one) => one.panels.some(isChart))) {
  test(`${title} draws in every chart what was stored`, async ({ page }) => {
    await page.setViewportSize(TALL);
    await page.goto(`/d/${uid}?${inUrl(DAYS)}`);
    for (const chart of panels.filter(isChart)) {
      await pointAt(page, panelOf(page, chart), { time: READ_AT, range: DAYS, shows: expectedOf(uid, chart) });
    }
  });
}

test('for a single day the configured maximum of replicas is drawn for each hardware', async ({ page }) => {
  const day = { from: READ_AT, to: new Date(READ_AT.getTime() + 24 * 3_600_000) };
  await page.goto(`/d/modeltrace-analytics-fine-tuned?${inUrl(day)}`);
  const chart = panel(page, 'Model scaling and usage');
  await expect(chart).toContainText('Configured maximum 1x NVIDIA A10G');
  await expect(chart).toContainText('Configured maximum 2x NVIDIA A100');
  const noon = new Date(READ_AT.getTime() + 12 * 3_600_000);
  const shows = ['Configured maximum 1x NVIDIA A10G4', 'Configured maximum 2x NVIDIA A1002'];
  await pointAt(page, chart, { time: noon, range: day, shows });
});

test('the page says that it is not Grafana and which panels are stand-ins', async ({ page, variant }) => {
  await page.goto('/');
  const note = page.getByRole('note', { name: 'About this page' });
  await expect(note).toContainText('not Grafana');
  await expect(note).toContainText('these panels are stand-ins: heatmap, stat, table, timeseries, traces');
  await expect(note).toHaveAttribute('data-react-version', new RegExp(`^${variant.replace('react-', '')}\\.`));
});

test('a dashboard link keeps the time range', async ({ page }) => {
  await page.goto(`/d/modeltrace-analytics?${inUrl(DAYS)}`);
  await page.getByTestId('data-testid dashboard-link').filter({ hasText: 'Traces' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Model traces' })).toBeVisible();
  await expect(page).toHaveURL(/from=2026-04-13T00:00:00.000Z&to=2026-04-17T00:00:00.000Z/);
});
