import { DAYS, inUrl } from './fixture/times';
import { panel } from './support/dashboard';
import { expect, test } from './support/test';

interface Dashboard {
  dashboard: { panels: { title: string; targets: { refId: string; query?: string }[] }[] };
}

test('one bad query of a panel says what is wrong, and leaves the panel’s others and the other panels', async ({
  page,
  troubles,
}) => {
  await page.route('**/api/dashboards/uid/modeltrace-overview', async (route) => {
    const answer = (await (await route.fetch()).json()) as Dashboard;
    const broken = answer.dashboard.panels.find(({ title }) => title === 'Requests over time')?.targets[1];
    Object.assign(broken ?? {}, { query: 'no_such_field ==' });
    await route.fulfill({ json: answer });
  });
  await page.goto(`/d/modeltrace-overview?${inUrl(DAYS)}`);
  const chart = panel(page, 'Requests over time');
  await expect(chart).toContainText('Successful requests');
  await expect(chart).not.toContainText('Failed requests');
  const sign = chart.getByTestId('data-testid Panel status error');
  await sign.hover();
  await expect(page.getByRole('tooltip')).toContainText('The query is not complete');
  await expect(page.getByTestId('data-testid Panel status error')).toHaveCount(1);
  await expect(panel(page, 'Requests').getByText('300', { exact: true })).toBeVisible();
  const expected = troubles.filter((trouble) => /answer 400|status of 400/.test(trouble));
  expect(troubles).toEqual(expected);
  troubles.length = 0;
});
