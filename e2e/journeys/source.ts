import type { DataSourceSettings, PluginFixture } from '@grafana/plugin-e2e';

/** The data source of provisioning/datasources, as the Grafana under test knows it. */
export const provisioned = (read: PluginFixture['readProvisionedDataSource']): Promise<DataSourceSettings> =>
  read({ fileName: 'modeltrace.yaml' });
