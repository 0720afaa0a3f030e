import { INDEX_PATTERN } from '../query/sql/textIndexSql.js';
import type { QueryParams } from './paramsForm.js';

/**
 * The same values with empty patterns for the text index: without an index they would only be compared once more with
 * every text that is found. The engine drops the conditions of empty patterns.
 */
export function withoutIndexPatterns(params: QueryParams): QueryParams {
  const entries = Object.entries(params);
  if (!entries.some(([name]) => name.endsWith(INDEX_PATTERN))) return params;
  return Object.fromEntries(entries.map(([name, value]) => [name, name.endsWith(INDEX_PATTERN) ? '' : value]));
}
