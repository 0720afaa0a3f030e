import { type ExplorePage, type TimeRange, expect, test } from '@grafana/plugin-e2e';
import type { Locator, Page } from '@playwright/test';
import { provisioned } from './source';

interface Answer {
  results: { A: { frames: { schema: { fields: { name: string }[] }; data: { values: unknown[][] } }[] } };
}

test.beforeEach(async ({ explorePage, readProvisionedDataSource }) => {
  const { name } = await provisioned(readProvisionedDataSource);
  await explorePage.datasource.set(name);
  await (explorePage.timeRange as TimeRange).set({ from: 'now-7d', to: 'now' });
});

async function choose(box: Locator, option: string): Promise<void> {
  await box.click();
  await box.page().getByRole('option', { name: option }).first().click();
}

const view = (page: Page, name: 'Builder' | 'Text') =>
  page.getByRole('radiogroup', { name: 'View of the condition' }).getByRole('radio', { name });

async function openText({ explorePage, page }: { explorePage: ExplorePage; page: Page }): Promise<Locator> {
  await view(page, 'Text').click({ force: true });
  const text = explorePage.getQueryEditorRow('A').getByTestId('modeltrace-condition-text');
  await text.locator('.view-lines').click();
  return text;
}

test('an example of the start page runs', async ({ page }) => {
  await page.getByRole('button', { name: 'Failed requests' }).click();
  await expect(page.getByText(/\d+ loaded/)).toBeVisible();
});

test('a query built by mouse becomes text and steps again', async ({ explorePage, page }) => {
  const row = explorePage.getQueryEditorRow('A');
  await row.getByRole('button', { name: 'Add step' }).click();
  await choose(row.getByRole('combobox', { name: 'Column of step 1' }), 'Status');
  await choose(row.getByRole('combobox', { name: 'Value of step 1' }), 'success');
  await expect(explorePage.runQuery()).toBeOK();
  const text = await openText({ explorePage, page });
  await expect(text.locator('.view-lines')).toContainText('status = success');
  await view(page, 'Builder').click({ force: true });
  await expect(row.getByRole('combobox', { name: 'Column of step 1' })).toHaveValue('Status');
});

test('the text view completes fields and underlines what is wrong', async ({ explorePage, page }) => {
  const text = await openText({ explorePage, page });
  await page.keyboard.type('dur', { delay: 50 });
  await expect(text.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'duration_ms' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type(' > nothing', { delay: 50 });
  await expect(text.locator('.squiggly-error')).toBeVisible();
});

test('a trace opens in Grafana’s trace view', async ({ page, readProvisionedDataSource }) => {
  const { uid } = await provisioned(readProvisionedDataSource);
  const datasource = { uid, type: 'modeltrace-traces-datasource' };
  const query = { refId: 'A', datasource, schemaVersion: 2, queryType: 'traces', limit: 1 };
  const answer = await page.request.post('/api/ds/query', { data: { from: 'now-7d', to: 'now', queries: [query] } });
  const [frame] = ((await answer.json()) as Answer).results.A.frames;
  const column = frame?.schema.fields.findIndex(({ name }) => name === 'request_id') ?? -1;
  const requestId = frame?.data.values[column]?.[0];
  expect(typeof requestId).toBe('string');
  const queries = [{ ...query, queryType: 'trace', requestId }];
  const panes = JSON.stringify({ a: { datasource: uid, queries, range: { from: 'now-7d', to: 'now' } } });
  await page.goto(`/explore?${new URLSearchParams({ schemaVersion: '1', panes }).toString()}`);
  await expect(page.getByText('Service & Operation')).toBeVisible();
});
