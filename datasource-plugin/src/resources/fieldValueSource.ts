import type { ScopedVars } from '@grafana/data';
import type { Interpolation } from '../query/interpolate';
import type { ModeltraceResources } from './resources';

/** What editors and variables need of a data source to offer the values of a field. */
export interface FieldValueSource {
  readonly resources: ModeltraceResources;
  /** Variables as they are in one request; without scoped variables, as they are on the dashboard. */
  interpolation(scopedVars?: ScopedVars): Interpolation;
  /** The dashboard's variables as they are typed into a query, e.g. `$model`. */
  variableNames(): string[];
}
