import type { DataSourceApi, DataSourceInstanceSettings, ScopedVars } from '@grafana/data';
import { type DataSourceSrv, type GetDataSourceListFilters, getTemplateSrv } from '@grafana/runtime';
import type { DataSourceRef } from '@grafana/schema';
import { readSettings } from '../boot/settings';
import { loadDataSourcePlugin } from '../plugins/load';

type Reference = DataSourceRef | string | null;

/** The provisioned data sources, each one instance of the class that its bundle exports. */
export class HostDataSourceSrv implements DataSourceSrv {
  private readonly instances = new Map<string, Promise<DataSourceApi>>();

  constructor(private all: DataSourceInstanceSettings[]) {}

  async get(ref?: Reference, scopedVars?: ScopedVars): Promise<DataSourceApi> {
    const settings = this.getInstanceSettings(ref, scopedVars);
    if (!settings) {
      throw new Error(`Data source ${JSON.stringify(ref ?? 'default')} was not found.`);
    }
    const known = this.instances.get(settings.uid);
    if (known) {
      return known;
    }
    const created = create(settings);
    this.instances.set(settings.uid, created);
    return created;
  }

  getList(filters?: GetDataSourceListFilters): DataSourceInstanceSettings[] {
    const { pluginId, type, metrics, alerting, tracing, filter } = filters ?? {};
    const types = [pluginId, type].flat().filter((id) => id !== undefined);
    return this.all.filter(
      (settings) =>
        (types.length === 0 || types.includes(settings.type)) &&
        (!metrics || settings.meta.metrics) &&
        (!alerting || settings.meta.alerting) &&
        (!tracing || settings.meta.tracing) &&
        (filter?.(settings) ?? true),
    );
  }

  getInstanceSettings(ref?: Reference, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined {
    const wanted = typeof ref === 'string' ? ref : ref?.uid;
    if (!wanted || wanted === 'default') {
      return this.all.find((settings) => settings.isDefault);
    }
    const name = wanted.includes('$') ? getTemplateSrv().replace(wanted, scopedVars) : wanted;
    return this.all.find((settings) => settings.uid === name || settings.name === name);
  }

  /** Reads the settings again, which may have been saved. */
  async reload(): Promise<void> {
    this.all = (await readSettings()).dataSources;
    this.instances.clear();
  }

  registerRuntimeDataSource(): void {
    throw new Error('The workbench has no data sources made at run time.');
  }
}

async function create(settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
  const plugin = await loadDataSourcePlugin(settings.meta);
  const instance = new plugin.DataSourceClass(settings);
  instance.components = plugin.components;
  instance.meta = settings.meta;
  return instance;
}
