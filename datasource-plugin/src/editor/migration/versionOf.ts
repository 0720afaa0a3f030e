import { QUERY_SCHEMA_VERSION } from '../../contract/constants.gen';
import type { ModeltraceQuery } from '../../types';

/** How a query's version stands to this one. A query without a version is of the first, unless it is new and says nothing. */
export function versionOf(query: Partial<ModeltraceQuery>): 'older' | 'current' | 'newer' {
  const version: unknown = query.schemaVersion ?? (query.queryType === undefined ? QUERY_SCHEMA_VERSION : 1);
  if (version === QUERY_SCHEMA_VERSION) {
    return 'current';
  }
  return typeof version === 'number' && version > QUERY_SCHEMA_VERSION ? 'newer' : 'older';
}
