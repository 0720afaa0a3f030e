import { chooseModel, chooseVariable, clickPoint, numberOf, panel } from './support/dashboard';
import { hasRecordedCalls } from './support/places';
import { expect, test } from './support/test';

/** Days of the recording in which several models were called, and gpt-4.1-nano once. */
const RANGE = { from: new Date('2025-11-23T12:00:00Z'), to: new Date('2025-11-30T11:00:00Z') };
const CALLED = new Date('2025-11-25T16:21:17.851Z');

test.skip(!hasRecordedCalls, 'the recorded calls (../shared/data/recorded-calls.jsonl) are not there');

test('a latency point leads to the prompt and answer of the request behind it', async ({ page, picture }) => {
  await page.goto(`/d/modeltrace-analytics?from=${RANGE.from.getTime()}&to=${RANGE.to.getTime()}`);
  await chooseVariable(page, 'Model', 'gpt-4.1-nano');
  await expect(panel(page, 'Total requests').getByText('1', { exact: true })).toBeVisible();
  await picture('1-model-chosen');

  await clickPoint(page, panel(page, 'Model latency'), CALLED, RANGE);
  await expect(page).toHaveURL(/\/d\/modeltrace-traces\?.*trace=/);
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('region', { name: 'Input content' })).toContainText('What is the capital of France?');
  await expect(drawer.getByRole('region', { name: 'Output content' })).toContainText('The capital of France is Paris.');
  await picture('2-answer-in-the-drawer');

  await drawer.getByRole('radiogroup', { name: 'Output format' }).getByRole('radio', { name: 'JSON' }).check();
  await expect(drawer.getByRole('region', { name: 'Output content' })).toContainText('"object": "response"');
  await picture('3-answer-as-json');

  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toBeHidden();
  await expect(page).not.toHaveURL(/trace=/);

  const table = panel(page, 'Traces');
  await expect(table.getByText('1 loaded, all there are', { exact: true })).toBeVisible();
  await chooseModel(table, 'All models');
  await expect(table.getByText('14 loaded, all there are', { exact: true })).toBeVisible();
  await expect(numberOf(table, 'Total requests').getByText('14', { exact: true })).toBeVisible();
  await table.getByRole('combobox', { name: 'Search traces' }).fill('Paris');
  await expect(table.getByText('1 loaded, all there are', { exact: true })).toBeVisible();
  await expect(numberOf(table, 'Total requests').getByText('1', { exact: true })).toBeVisible();
  await expect(numberOf(table, 'P99 response time')).toContainText('2.15');
  await expect(numberOf(table, 'P99 response time')).toContainText('only 1 sample');
  await picture('4-filtered-by-text');
});
