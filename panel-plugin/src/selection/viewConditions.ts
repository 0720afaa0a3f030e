import { ALL_MODELS, type ViewState } from '../state/viewState';

/** A value as the query language reads it literally (docs/query-language.md, "Values"). */
export function quotedValue(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;
}

/**
 * Conditions of the query language for what the viewer chose, without the parts that the dashboard's variables bring
 * into its queries by themselves. Each is sent by itself, so an OR in one cannot get around another.
 */
export function viewConditions(
  view: Pick<ViewState, 'model' | 'search' | 'query'>,
  inVariables: { model: boolean; search: boolean }
): string[] {
  const conditions: string[] = [];
  if (!inVariables.model && view.model !== '' && view.model !== ALL_MODELS) {
    conditions.push(`model = ${quotedValue(view.model)}`);
  }
  if (!inVariables.search && view.search.trim() !== '') {
    conditions.push(quotedValue(view.search));
  }
  if (view.query.trim() !== '') {
    conditions.push(view.query);
  }
  return conditions;
}
