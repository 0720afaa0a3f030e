import type { DataSourceInstanceSettings, DataSourcePluginMeta } from '@grafana/data';

/** A plugin as its built plugin.json describes it, with the addresses its files are served at. */
export type PluginMeta = DataSourcePluginMeta;

/** What the host has: plugins by id, and provisioned data sources. */
export interface WorkbenchSettings {
  plugins: Record<string, PluginMeta>;
  dataSources: DataSourceInstanceSettings[];
}

interface SettingsReply {
  plugins: Record<string, PluginMeta>;
  dataSources: Omit<DataSourceInstanceSettings, 'meta' | 'readOnly'>[];
}

/** @throws Error when the host does not answer */
export async function readSettings(): Promise<WorkbenchSettings> {
  const response = await fetch('/api/frontend/settings');
  if (!response.ok) {
    throw new Error(`The workbench's host answered ${response.status} when asked for its settings.`);
  }
  const reply = (await response.json()) as SettingsReply;
  const plugins = Object.fromEntries(Object.entries(reply.plugins).map(([id, meta]) => [id, withAddresses(id, meta)]));
  const dataSources = reply.dataSources.map((settings) => {
    const meta = plugins[settings.type];
    if (!meta) {
      throw new Error(`Data source "${settings.name}" needs plugin "${settings.type}", which the host does not serve.`);
    }
    return { ...settings, meta, readOnly: true };
  });
  return { plugins, dataSources };
}

/** Addresses as in Grafana's own settings: relative to the site's root, without a leading slash. */
function withAddresses(id: string, meta: PluginMeta): PluginMeta {
  return { ...meta, module: `public/plugins/${id}/module.js`, baseUrl: `public/plugins/${id}` };
}
