import type { PanelOptionsEditorBuilder, StandardEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import React, { lazy, Suspense } from 'react';
import type { SavedSearch, TracesPanelOptions } from '../options/options';

const SavedSearchesEditor = lazy(() => import('./SavedSearchesEditor'));

function LazyEditor(props: StandardEditorProps<SavedSearch[]>) {
  return (
    <Suspense fallback={null}>
      <SavedSearchesEditor {...props} />
    </Suspense>
  );
}

/** Adds the saved searches that everyone gets to Grafana's panel editor. */
export function buildSavedSearchesOption(builder: PanelOptionsEditorBuilder<TracesPanelOptions>): void {
  builder.addCustomEditor({
    id: 'savedSearches',
    path: 'savedSearches',
    name: t('options.saved-searches', 'Saved searches'),
    description: t('options.saved-searches-help', 'Searches that everyone who sees this panel can choose.'),
    category: [t('options.saved-searches', 'Saved searches')],
    editor: LazyEditor,
  });
}
