import { expect, test } from '@grafana/plugin-e2e';

test('a provisioned alert rule can be evaluated in its editor', async ({
  gotoAlertRuleEditPage,
  readProvisionedAlertRule,
}) => {
  const { uid } = await readProvisionedAlertRule({ fileName: 'modeltrace.yaml' });
  const rule = await gotoAlertRuleEditPage({ uid });
  await expect(rule.evaluate()).toBeOK();
});
