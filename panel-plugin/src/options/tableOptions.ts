import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '@grafana/i18n';
import { LIMITS } from '../contract/constants.gen';
import { ColumnsEditor } from './ColumnsEditor';
import { DEFAULT_OPTIONS, type TracesPanelOptions } from './options';

/** Adds what the table shows to Grafana's panel editor. Each viewer can choose otherwise in the panel. */
export function buildTableOptions(builder: PanelOptionsEditorBuilder<TracesPanelOptions>): void {
  const category = [t('options.table', 'Table')];
  builder
    .addCustomEditor({
      id: 'columns',
      path: 'columns',
      name: t('options.columns', 'Columns'),
      description: t(
        'options.columns-help',
        'In the order in which they are chosen. With none, the table shows its own ones. Viewers can choose others.'
      ),
      category,
      defaultValue: DEFAULT_OPTIONS.columns,
      editor: ColumnsEditor,
    })
    .addRadio({
      path: 'density',
      name: t('options.density', 'Row height'),
      category,
      defaultValue: DEFAULT_OPTIONS.density,
      settings: {
        options: [
          { value: 'compact', label: t('table.density.compact', 'Compact') },
          { value: 'comfortable', label: t('table.density.comfortable', 'Comfortable') },
          { value: 'tall', label: t('table.density.tall', 'Tall') },
        ],
      },
    })
    .addRadio({
      path: 'time',
      name: t('options.time', 'Times'),
      category,
      defaultValue: DEFAULT_OPTIONS.time,
      settings: {
        options: [
          { value: 'absolute', label: t('table.time.absolute', 'Date and time') },
          { value: 'relative', label: t('table.time.relative', 'Time ago') },
        ],
      },
    })
    .addNumberInput({
      path: 'pageSize',
      name: t('options.page-size', 'Rows per page'),
      description: t(
        'options.page-size-help',
        'Loaded at a time while scrolling. Empty or 0: as many as the limit of the query.'
      ),
      category,
      defaultValue: DEFAULT_OPTIONS.pageSize,
      settings: { min: 0, max: LIMITS.TracesQuery.limit.max, integer: true },
    });
}
