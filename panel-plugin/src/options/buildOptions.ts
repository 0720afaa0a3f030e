import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '@grafana/i18n';
import { DEFAULT_OPTIONS, type TracesPanelOptions } from './options';
import { buildTableOptions } from './tableOptions';

/** Adds the panel's options to Grafana's panel editor. */
export function buildOptions(builder: PanelOptionsEditorBuilder<TracesPanelOptions>): void {
  builder.addTextInput({
    path: 'searchVariable',
    name: t('options.search-variable', 'Search variable'),
    description: t('options.search-variable-help', 'Name of the dashboard variable that the search field writes.'),
    defaultValue: DEFAULT_OPTIONS.searchVariable,
  });
  buildTableOptions(builder);
}
