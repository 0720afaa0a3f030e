import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { t } from '@grafana/i18n';
import { LinkTemplatesEditor } from '../linkTemplates/LinkTemplatesEditor';
import { buildSavedSearchesOption } from '../savedSearches/savedSearchesOption';
import { DEFAULT_OPTIONS, type TracesPanelOptions } from './options';
import { SectionsEditor } from './SectionsEditor';
import { buildTableOptions } from './tableOptions';

type Builder = PanelOptionsEditorBuilder<TracesPanelOptions>;

/** Adds the panel's options to Grafana's panel editor. */
export function buildOptions(builder: Builder): void {
  buildAboveTable(builder);
  buildTableOptions(builder);
  buildTraceOptions(builder);
  buildSavedSearchesOption(builder);
  buildVariables(builder);
}

function buildAboveTable(builder: Builder): void {
  const category = [t('options.above', 'Above the table')];
  builder
    .addBooleanSwitch({
      path: 'showToolbar',
      name: t('options.show-toolbar', 'Toolbar'),
      description: t('options.show-toolbar-help', 'Model, time range, search, filters, live traces and export.'),
      category,
      defaultValue: DEFAULT_OPTIONS.showToolbar,
    })
    .addBooleanSwitch({
      path: 'showModelPicker',
      name: t('options.show-model-picker', 'Model list'),
      category,
      defaultValue: DEFAULT_OPTIONS.showModelPicker,
      showIf: ({ showToolbar }) => showToolbar,
    })
    .addBooleanSwitch({
      path: 'showStrip',
      name: t('options.show-strip', 'Numbers'),
      description: t('options.show-strip-help', 'Requests, response times, failures and cost of all listed traces.'),
      category,
      defaultValue: DEFAULT_OPTIONS.showStrip,
    })
    .addBooleanSwitch({
      path: 'askForModel',
      name: t('options.ask-for-model', 'Ask for a model'),
      description: t(
        'options.ask-for-model-help',
        'Viewers choose a model on their first visit; later ones begin with the last.'
      ),
      category,
      defaultValue: DEFAULT_OPTIONS.askForModel,
    });
}

function buildTraceOptions(builder: Builder): void {
  const category = [t('options.trace', 'Opened trace')];
  builder
    .addCustomEditor({
      id: 'hiddenSections',
      path: 'hiddenSections',
      name: t('options.hidden-sections', 'Parts left out'),
      category,
      defaultValue: DEFAULT_OPTIONS.hiddenSections,
      editor: SectionsEditor,
    })
    .addCustomEditor({
      id: 'linkTemplates',
      path: 'linkTemplates',
      name: t('options.links', 'Links'),
      description: t(
        'options.links-help',
        'Every trace has them. An address may hold values of the trace, such as its request id; the documentation lists them.'
      ),
      category,
      defaultValue: DEFAULT_OPTIONS.linkTemplates,
      editor: LinkTemplatesEditor,
    });
}

function buildVariables(builder: Builder): void {
  const category = [t('options.variables', 'Variables of the dashboard')];
  builder
    .addTextInput({
      path: 'modelVariable',
      name: t('options.model-variable', 'Model variable'),
      description: t(
        'options.model-variable-help',
        'Name of the variable that the model list writes. Without such a variable the choice is kept for this panel.'
      ),
      category,
      defaultValue: DEFAULT_OPTIONS.modelVariable,
    })
    .addTextInput({
      path: 'searchVariable',
      name: t('options.search-variable', 'Search variable'),
      description: t('options.search-variable-help', 'Name of the dashboard variable that the search field writes.'),
      category,
      defaultValue: DEFAULT_OPTIONS.searchVariable,
    });
}
