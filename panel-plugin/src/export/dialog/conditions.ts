import { visibleText } from '../../hostile/visibleText';
import type { SelectedTraces } from '../../selection/selectedTraces';

/** What narrows the traces down, each as a person can read it; empty when nothing does. */
export function conditionsOf({ query }: SelectedTraces): string[] {
  const { filters = {}, search, query: condition, adhocFilters = [], conditions = [] } = query;
  return [
    ...Object.entries(filters)
      .filter(([, values]) => values.length > 0)
      .map(([field, values]) => `${field}: ${values.join(', ')}`),
    ...(search ? [`“${search}”`] : []),
    ...(condition ? [condition] : []),
    ...adhocFilters.map(({ key, operator, value, values }) => `${key} ${operator} ${(values ?? [value]).join(', ')}`),
    ...conditions,
  ].map(visibleText);
}
