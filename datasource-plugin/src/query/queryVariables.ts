import type { ModeltraceQuery } from '../types';
import { variablesIn } from './variablePattern';

/** The panel's interval, which the back end puts in itself. */
const MACRO_INTERVAL = '$__interval';

/** The variables that a query needs the browser for, as they are written, each once. */
export function variablesOf(query: ModeltraceQuery): string[] {
  const parts: Partial<Record<string, unknown>> = { ...query };
  const { filters, search, query: condition, requestId, traceId, measures, groupBy, interval } = parts;
  const texts = strings([filters, search, condition, requestId, traceId, measures, groupBy]);
  const width = interval === MACRO_INTERVAL ? [] : strings(interval);
  return [...new Set([...texts, ...width].flatMap(variablesIn))];
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
