import { PanelPlugin } from '@grafana/data';
import { buildOptions, type TracesPanelOptions } from './options/options';
import { suggestTracesTable } from './suggestions';
import { TracesPanel } from './view/TracesPanel';

export const plugin = new PanelPlugin<TracesPanelOptions>(TracesPanel)
  .setPanelOptions(buildOptions)
  .setSuggestionsSupplier(suggestTracesTable);
