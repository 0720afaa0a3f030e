import type { TimeRange } from '@grafana/data';
import type { FieldValueSource } from '../resources/fieldValueSource';
import type { ModeltraceQuery } from '../types';

/** What the editor of one query type gets. */
export interface TypedEditorProps<T extends ModeltraceQuery> {
  query: T;
  datasource: FieldValueSource;
  range: TimeRange | undefined;
  /** Saves the query and runs it. */
  onChange: (query: T) => void;
}
