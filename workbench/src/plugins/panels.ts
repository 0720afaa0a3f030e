import type { PanelPlugin } from '@grafana/data';
import { setPluginImportUtils } from '@grafana/runtime';
import type { WorkbenchSettings } from '../boot/settings';
import { loadPanelPlugin } from './load';

/** Lets scenes find the panel plugins that the host serves. Stand-ins are registered with scenes itself. */
export function servePanelPlugins(settings: WorkbenchSettings): void {
  const loading = new Map<string, Promise<PanelPlugin>>();
  const loaded = new Map<string, PanelPlugin>();

  const importPanelPlugin = (id: string): Promise<PanelPlugin> => {
    const known = loading.get(id);
    if (known) {
      return known;
    }
    const meta = settings.plugins[id];
    const promise = meta
      ? loadPanelPlugin(meta).then((plugin) => {
          loaded.set(id, plugin);
          return plugin;
        })
      : Promise.reject(new Error(`Panel type "${id}" has no plugin and no stand-in in the workbench.`));
    loading.set(id, promise);
    return promise;
  };

  setPluginImportUtils({ importPanelPlugin, getPanelPluginFromCache: (id) => loaded.get(id) });
}
