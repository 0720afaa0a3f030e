import { DataSourcePlugin } from '@grafana/data';
import { lazily } from './lazily';
import { ModeltraceDataSource } from './datasource';
import type { ModeltraceOptions, ModeltraceQuery, ModeltraceSecrets } from './types';

export const plugin = new DataSourcePlugin<ModeltraceDataSource, ModeltraceQuery, ModeltraceOptions, ModeltraceSecrets>(
  ModeltraceDataSource
)
  .setConfigEditor(lazily(async () => (await import('./config/ConfigEditor')).ConfigEditor))
  .setQueryEditor(lazily(async () => (await import('./editor/QueryEditor')).QueryEditor))
  .setQueryEditorHelp(lazily(async () => (await import('./editor/QueryHelp')).QueryHelp));
