import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { numberOf, panel } from '../e2e/support/dashboard';
import { expect, test } from '../e2e/support/test';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'images');
/** The plugin's own page in Grafana has pictures too; they lie with its sources. */
const pluginFolder = join(import.meta.dirname, '..', '..', 'panel-plugin', 'src', 'img');
const PLUGIN_PICTURES = ['traces', 'drawer', 'compare', 'filter-builder'];

const MODEL = 'support-triage-llama-3.1-8b';
const address = (more = '') => `/d/modeltrace-traces?var-model=${MODEL}&from=now-30d&to=now${more}`;
const query = (condition: string) => `&mt-10-query=${encodeURIComponent(condition)}`;

interface Answer {
  results: Record<
    string,
    { frames?: { schema: { meta?: { custom?: Record<string, unknown> } }; data: { values: unknown[][] } }[] }
  >;
}

async function take(shown: Page | Locator, name: string): Promise<void> {
  const page = 'mouse' in shown ? shown : shown.page();
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  await shown.screenshot({ path, animations: 'disabled' });
  if (PLUGIN_PICTURES.includes(name)) {
    mkdirSync(pluginFolder, { recursive: true });
    copyFileSync(path, join(pluginFolder, `${name}.png`));
  }
}

/** Goes there and waits for rows and numbers. */
async function open(page: Page, to: string): Promise<Locator> {
  await page.goto(to);
  const traces = panel(page, 'Traces');
  await expect(traces.getByRole('gridcell').first()).toBeVisible();
  await expect(numberOf(traces, 'Total requests')).toContainText(/\d/);
  return traces;
}

test.use({ viewport: { width: 1440, height: 900 } });

test('the table', async ({ page }) => {
  await open(page, address());
  await take(page, 'traces');
  await open(page, address('&theme=light'));
  await take(page, 'traces-light');
});

test('an open trace that failed, and one that went well', async ({ page }) => {
  const traces = await open(page, address(query('status = failed')));
  await traces.getByRole('gridcell').first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('Usual cause')).toBeVisible();
  await take(page, 'drawer');
  await page.keyboard.press('Escape');

  await open(page, address('&theme=dark').replace(MODEL, 'gpt-4.1'));
  await panel(page, 'Traces').getByRole('gridcell').first().click();
  await drawer
    .getByRole('radiogroup', { name: 'Input format' })
    .getByRole('radio', { name: 'Chat' })
    .check({ force: true });
  await expect(drawer.getByRole('button', { name: 'Timing' })).toBeVisible();
  await take(page, 'drawer-chat');
});

test('two traces compared', async ({ page }) => {
  const traces = await open(page, address());
  await traces.getByRole('gridcell').first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Compare' }).click();
  await page
    .getByRole('button', { name: /below|next/i })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText(/Tokens/);
  await take(page, 'compare');
});

test('the filter builder and the query bar', async ({ page }) => {
  const traces = await open(page, address(query('status = failed OR duration_ms > 2s')));
  await traces.getByRole('button', { name: /^Filters?/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await take(page, 'filter-builder');
  await page.keyboard.press('Escape');
  await traces.getByRole('button', { name: 'Write the condition as text (/)' }).click();
  await traces.getByRole('textbox', { name: 'Condition' }).fill('status = failed OR dur');
  await expect(page.getByRole('option').first()).toBeVisible();
  await take(page, 'query-bar');
});

test('where a text was found, and the menu of a cell', async ({ page }) => {
  const traces = await open(page, address('&mt-10-search=refund&var-search=refund').replace(MODEL, '$__all'));
  await expect(traces.getByRole('columnheader', { name: 'Match' })).toBeVisible();
  const row = traces.getByRole('row').nth(3);
  await row.locator('[data-column="source"]').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await take(page, 'cell-menu');
});

test('JSON, folded', async ({ page }) => {
  await open(page, address('&theme=dark').replace(MODEL, 'gpt-4.1'));
  await panel(page, 'Traces').getByRole('gridcell').first().click();
  const drawer = page.getByRole('dialog');
  for (const side of ['Input', 'Output']) {
    await drawer
      .getByRole('radiogroup', { name: `${side} format` })
      .getByRole('radio', { name: 'JSON' })
      .check({ force: true });
  }
  await drawer.getByRole('button', { name: 'Fold all' }).first().click();
  await expect(drawer.getByText(/\d+ (items?|keys?)/).first()).toBeVisible();
  await take(page, 'drawer-json');
});

test('the export', async ({ page }) => {
  const traces = await open(page, address());
  await traces.getByRole('button', { name: /^Export/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Export traces' });
  await expect(dialog.getByText(/^[\d,]+ rows$/)).toBeVisible();
  await take(page, 'export');
});

test('states: first visit, empty, no match', async ({ page }) => {
  await page.goto('/d/modeltrace-traces?from=now-30d&to=now');
  await expect(panel(page, 'Traces').getByRole('textbox', { name: 'Find a model' })).toBeVisible();
  await take(panel(page, 'Traces'), 'state-first-visit');

  await page.goto(
    address().replace('now-30d', '2020-01-01T00:00:00.000Z').replace('to=now', 'to=2020-01-02T00:00:00.000Z'),
  );
  await expect(panel(page, 'Traces').getByRole('button', { name: 'Go to the newest' })).toBeVisible();
  await take(panel(page, 'Traces'), 'state-empty');

  await page.goto(address(query('deployment_version = "v0"')));
  await expect(panel(page, 'Traces')).toContainText(/No trace/);
  await take(panel(page, 'Traces'), 'state-no-match');
});

test('states: loading and no permission', async ({ page, troubles }) => {
  const traces = panel(page, 'Traces');
  // Grafana shows no panel before its own first answer; what the panel asks besides is held back.
  await page.route('**/api/ds/query**', async (route) => {
    if (!route.request().postData()?.includes('conditions')) {
      await route.continue();
    }
  });
  await page.goto(address(query('cost_usd > 1')));
  await expect(traces.getByRole('combobox').first()).toBeVisible();
  await page.waitForTimeout(1000);
  await take(traces, 'state-loading');
  await page.unrouteAll({ behavior: 'ignoreErrors' });

  const json = { message: 'You do not have permission to query this data source.' };
  await page.route('**/api/ds/query**', (route) => route.fulfill({ status: 403, json }));
  await page.goto(address());
  await expect(traces).toContainText(/permission/);
  await take(traces, 'state-no-permission');
  troubles.length = 0;
});

test('states: a query that failed, a search that stopped early', async ({ page, troubles }) => {
  const traces = panel(page, 'Traces');
  const message = 'The trace server cannot be reached: the connection was refused. Check that it runs and the URL.';
  await page.route('**/api/ds/query**', (route) => route.fulfill({ status: 502, json: { message } }));
  await page.goto(address());
  await expect(traces).toContainText(/refused/);
  await take(traces, 'state-error');
  troubles.length = 0;
  await page.unrouteAll({ behavior: 'ignoreErrors' });

  // Demonstration data are too few for a search to reach its limit of time.
  await page.route('**/api/ds/query**', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as Answer;
    const frame = body.results.A?.frames?.[0];
    if (frame?.schema.meta?.custom && route.request().postData()?.includes('"traces"')) {
      const searchedBackTo = new Date(Date.now() - 3 * 86_400_000).toISOString();
      Object.assign(frame.schema.meta.custom, { continue: 'later', searchedBackTo });
      frame.data.values = frame.data.values.map(() => []);
    }
    await route.fulfill({ response: answer, json: body });
  });
  await page.goto(`${address()}&var-search=parcel`);
  await expect(traces.getByRole('button', { name: 'Search on' })).toBeVisible();
  await take(traces, 'state-stopped');
});
