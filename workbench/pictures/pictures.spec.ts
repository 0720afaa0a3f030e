import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type Query, choose, results, typeCondition, viewOfCondition } from '../e2e/support/explore';
import { panel } from '../e2e/support/dashboard';
import { expect, test } from '../e2e/support/test';
import { exploreUrl } from '../src/explore/exploreUrl';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'images');
/** The plugin's own page in Grafana has pictures too; they lie with its sources. */
const pluginFolder = join(import.meta.dirname, '..', '..', 'datasource-plugin', 'src', 'img');
const PLUGIN_PICTURES = ['explore', 'overview', 'query-editor-builder', 'query-editor-text', 'settings'];

function explore(query: Query): string {
  const saved = { refId: 'A', schemaVersion: 2, ...query };
  return exploreUrl({ datasource: 'modeltrace', queries: [saved], range: { from: 'now-7d', to: 'now' } });
}

async function take(shown: Page | Locator, name: string): Promise<void> {
  const page = 'mouse' in shown ? shown : shown.page();
  await expect(page.getByLabel('Panel loading bar')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  await shown.screenshot({ path, animations: 'disabled' });
  if (PLUGIN_PICTURES.includes(name)) copyFileSync(path, join(pluginFolder, `${name}.png`));
}

test.use({ viewport: { width: 1280, height: 900 } });

test('the query editor: steps', async ({ page }) => {
  await page.goto(explore({ queryType: 'traces', query: 'duration_ms > 5s AND status = error' }));
  await choose(page.getByTestId('modeltrace-cascade').getByRole('combobox', { name: 'Model type' }), 'external');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Column of step 2' })).toBeVisible();
  await take(page.getByRole('region', { name: 'Query A' }), 'query-editor-builder');
});

test('the query editor: text', async ({ page }) => {
  await page.goto(explore({ queryType: 'traces', query: 'duration_ms > 5s' }));
  await viewOfCondition(page, 'Text').click({ force: true });
  await typeCondition(page, 'duration_ms > 5s AND status = error OR fin');
  await page.keyboard.press('Control+Space');
  await expect(page.locator('.suggest-widget.visible .monaco-list-row').first()).toBeVisible();
  await take(page.getByRole('region', { name: 'Query A' }), 'query-editor-text');
});

test('Explore with a trace', async ({ page }) => {
  await page.goto(explore({ queryType: 'traces', query: 'status = error', limit: 50 }));
  await expect(results(page).getByText(/\d+ loaded/)).toBeVisible();
  await take(page, 'explore');
});

test('settings', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByTestId('modeltrace-config-url')).toBeVisible();
  await take(page, 'settings');
});

test('the latency heatmap and marked deployments', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto('/d/modeltrace-overview?from=now-7d&to=now&var-interval=6h');
  const heatmap = panel(page, 'Latency');
  await expect(heatmap.getByRole('group', { name: 'Heatmap' })).toBeVisible();
  await take(heatmap, 'heatmap');
  const chart = panel(page, 'Requests over time');
  const mark = chart.getByRole('img', { name: /^Annotation/ }).first();
  await expect(mark).toBeVisible();
  await take(page, 'overview');
  await mark.hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  const box = await chart.boundingBox();
  await page.screenshot({
    path: join(folder, 'annotations.png'),
    animations: 'disabled',
    clip: { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 700, height: (box?.height ?? 400) + 40 },
  });
});
