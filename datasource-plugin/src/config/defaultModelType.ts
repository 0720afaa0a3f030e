import { CoreApp } from '@grafana/data';
import type { ModeltraceOptions, ModeltraceQuery } from '../types';

/**
 * What a new query is narrowed to by the settings. Nothing in alert rules: Grafana puts the properties of a new query under
 * those of saved rules, which then would watch less than they say.
 */
export function defaultNarrowing(
  { defaultModelType }: ModeltraceOptions,
  app: CoreApp | undefined
): Partial<ModeltraceQuery> {
  return defaultModelType && app !== CoreApp.UnifiedAlerting ? { filters: { model_type: [defaultModelType] } } : {};
}
