import { panel } from './support/dashboard';
import { expect, test } from './support/test';

test('a bundle that asks for a module which Grafana does not share is refused by name', async ({ page, troubles }) => {
  await page.route('**/public/plugins/modeltrace-traces-panel/module.js', async (route) => {
    const built = await (await route.fetch()).text();
    const body = built.replace(/define\(\[([^\]]*)\]/, 'define([$1,"not-shared-by-grafana"]');
    expect(body).not.toBe(built);
    await route.fulfill({ body, contentType: 'text/javascript' });
  });
  await page.goto('/d/modeltrace-traces');
  await panel(page, 'Traces').getByTestId('data-testid Panel status error').hover();
  await expect(page.getByRole('tooltip')).toContainText("Unable to resolve bare specifier 'not-shared-by-grafana'");
  troubles.length = 0;
});
