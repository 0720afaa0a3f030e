import type { DataSourcePlugin, DataSourceApi, PanelPlugin } from '@grafana/data';
import 'systemjs/dist/system.min.js';
import 'systemjs/dist/extras/amd.min.js';
import type { PluginMeta } from '../boot/settings';
import { SHARED_MODULES } from './shared';

interface Bundle {
  plugin?: unknown;
}

/** Makes the shared modules known to SystemJS. Called once, before the first bundle is loaded. */
export function shareModules(): void {
  const imports: Record<string, string> = {};
  for (const [name, module] of Object.entries(SHARED_MODULES)) {
    imports[name] = `app:${name}`;
    System.set(`app:${name}`, { default: module, __useDefault: true });
  }
  System.addImportMap({ imports });
}

/**
 * Loads a built bundle the way Grafana does: the AMD module that the plugin's build wrote, through SystemJS.
 * @throws Error naming the plugin when the bundle cannot be loaded, or asks for a module that is not shared
 */
export async function loadBundle(meta: PluginMeta): Promise<Bundle> {
  try {
    const loaded: Bundle & { default?: Bundle | Promise<Bundle> } = await System.import(`/${meta.module}`);
    // A bundle that waits for something, as for its translations, is a promise of its exports.
    const exported = loaded.plugin ? loaded : await (loaded.default ?? loaded);
    return exported;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Plugin ${meta.id} could not be loaded: ${reason}`, { cause: error });
  }
}

/** @throws Error when the bundle has no data source plugin in it */
export async function loadDataSourcePlugin(meta: PluginMeta): Promise<DataSourcePlugin<DataSourceApi>> {
  const { plugin } = await loadBundle(meta);
  if (!plugin || typeof plugin !== 'object' || !('DataSourceClass' in plugin)) {
    throw new Error(`The bundle of ${meta.id} exports no data source plugin.`);
  }
  return plugin as DataSourcePlugin<DataSourceApi>;
}

/** @throws Error when the bundle has no panel plugin in it */
export async function loadPanelPlugin(meta: PluginMeta): Promise<PanelPlugin> {
  const { plugin } = await loadBundle(meta);
  if (!plugin || typeof plugin !== 'object' || !('panel' in plugin)) {
    throw new Error(`The bundle of ${meta.id} exports no panel plugin.`);
  }
  const panel = plugin as PanelPlugin;
  panel.meta = meta as unknown as PanelPlugin['meta'];
  return panel;
}
