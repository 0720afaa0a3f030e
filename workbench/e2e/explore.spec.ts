import { DAYS, timeAt } from './fixture/times';
import { TRACED } from './fixture/traces';
import { clickPoint, panel } from './support/dashboard';
import { choose, exploreWith, results, typeCondition, viewOfCondition } from './support/explore';
import { expect, test } from './support/test';

test('an example of the start page is taken over and run', async ({ page }) => {
  await page.goto(exploreWith(DAYS));
  const start = page.getByRole('region', { name: 'Start page' });
  await start.getByRole('button', { name: 'Failure rate per model' }).click();
  await expect(panel(page, 'Graph')).toContainText('fixture-llama');
  await expect(start).toBeHidden();
  await expect(page).toHaveURL(/panes=.*failure_rate/);
  await page.goBack();
  await expect(start).toBeVisible();
});

test('a query built by mouse becomes text, and the text becomes steps again', async ({ page, picture }) => {
  await page.goto(exploreWith(DAYS, { queryType: 'traces', limit: 500 }));
  const table = panel(page, 'Traces');
  await expect(table.getByText('300 loaded, all there are', { exact: true })).toBeVisible();
  await choose(page.getByTestId('modeltrace-cascade').getByRole('combobox', { name: 'Model type' }), 'external');
  await page.keyboard.press('Escape');
  await expect(table.getByText('100 loaded, all there are', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add step' }).click();
  await choose(page.getByRole('combobox', { name: 'Column of step 1' }), 'Status');
  await choose(page.getByRole('combobox', { name: 'Value of step 1' }), 'error');
  await expect(table.getByText('3 loaded, all there are', { exact: true })).toBeVisible();
  await picture('explore-builder');

  await viewOfCondition(page, 'Text').click({ force: true });
  const text = page.getByTestId('modeltrace-condition-text');
  await expect(text.locator('.view-lines')).toContainText('status = error');
  await typeCondition(page, 'status = error AND request_id contains "-37"');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(table.getByText('1 loaded, all there are', { exact: true })).toBeVisible();
  await expect(table).toContainText('fixture-remote-37');
  await picture('explore-text');

  await viewOfCondition(page, 'Builder').click({ force: true });
  await expect(page.getByRole('combobox', { name: 'Column of step 2' })).toHaveValue('Request ID');
  await expect(page.getByRole('textbox', { name: 'Value of step 2' })).toHaveValue('-37');
});

test('the text view completes fields and underlines what is wrong', async ({ page, picture }) => {
  await page.goto(exploreWith(DAYS, { queryType: 'traces' }));
  await viewOfCondition(page, 'Text').click({ force: true });
  const text = page.getByTestId('modeltrace-condition-text');
  await typeCondition(page, 'dur');
  await expect(text.locator('.suggest-widget .monaco-list-row').filter({ hasText: 'duration_ms' })).toBeVisible();
  await picture('explore-completion');
  await page.keyboard.press('Tab');
  await expect(text.locator('.view-lines')).toContainText('duration_ms');
  await page.keyboard.type(' > nothing', { delay: 20 });
  await expect(text.locator('.squiggly-error')).toBeVisible();
  await picture('explore-squiggle');
  await typeCondition(page, 'duration_ms > 1.9s');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(text.locator('.squiggly-error')).toHaveCount(0);
  await expect(panel(page, 'Traces').getByText('15 loaded, all there are', { exact: true })).toBeVisible();
});

test('a trace is found by its OpenTelemetry trace id', async ({ page, picture }) => {
  await page.goto(exploreWith(DAYS, { queryType: 'trace' }));
  await page.getByTestId('modeltrace-trace-id').fill(TRACED.traceId);
  await page.keyboard.press('Enter');
  const spans = results(page).getByRole('table', { name: 'Spans' });
  await spans.getByRole('button').first().click();
  await expect(spans).toContainText('gen_ai.request.model');
  await expect(spans).toContainText(timeAt(DAYS, 0.4).toISOString());
  await picture('explore-trace');
});

test('a point of a chart leads to its trace', async ({ page }) => {
  await page.goto(exploreWith(DAYS, { queryType: 'latency', filters: { model: ['fixture-remote'] } }));
  await clickPoint(page, panel(page, 'Graph'), new Date(DAYS.from.getTime() + 2 * 86_400_000), DAYS);
  await page.getByRole('link', { name: 'Show trace' }).click();
  await expect(results(page).getByRole('table', { name: 'Spans' })).toBeVisible();
});

test('a cell of the heatmap leads to its requests', async ({ page, picture }) => {
  await page.goto(exploreWith(DAYS, { queryType: 'heatmap', interval: '1d' }));
  const cells = results(page).getByRole('group', { name: 'Heatmap' }).getByRole('button');
  await cells.first().click();
  await picture('explore-heatmap');
  const count = /^(\d+) of/.exec((await cells.first().getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await page
    .getByRole('dialog', { name: 'Cell' })
    .getByRole('link', { name: /requests|traces/i })
    .first()
    .click();
  await expect(panel(page, 'Traces').getByText(`${count} loaded, all there are`, { exact: true })).toBeVisible();
});
