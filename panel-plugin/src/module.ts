import { PanelPlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { buildOptions } from './options/buildOptions';
import { migrateOptions, needsMigration } from './options/migrateOptions';
import type { TracesPanelOptions } from './options/options';
import pluginJson from './plugin.json';
import { suggestTracesTable } from './suggestions';
import { TracesPanel } from './view/TracesPanel';

// Grafana waits for it, and has loaded the texts of the viewer's language by then.
await initPluginTranslations(pluginJson.id);

export const plugin = new PanelPlugin<TracesPanelOptions>(TracesPanel)
  .setPanelOptions(buildOptions)
  .setMigrationHandler(migrateOptions, needsMigration)
  .setSuggestionsSupplier(suggestTracesTable);
