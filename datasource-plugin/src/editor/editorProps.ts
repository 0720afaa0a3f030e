import type { CoreApp, TimeRange } from '@grafana/data';
import type { FieldValueSource } from '../resources/fieldValueSource';
import type { ModeltraceQuery } from '../types';

/** What the editor of one query type gets. */
export interface TypedEditorProps<T extends ModeltraceQuery> {
  query: T;
  datasource: FieldValueSource;
  range: TimeRange | undefined;
  /** Where in Grafana the editor stands; alert rules have no variables and no live data. */
  app?: CoreApp | undefined;
  /** Saves the query and runs it. */
  onChange: (query: T) => void;
  /** Saves the query without running it, because what was typed is not known to be right yet. */
  onSave: (query: T) => void;
  /** Runs the query as it was saved last. */
  onRun: () => void;
}
