import { CodedError } from '../../errors.js';
import type { Store } from '../../store/store.js';

/** Which models there are; those seen once are remembered, also when all their traces are removed later. */
export class KnownModels {
  readonly #store: Store;
  readonly #known = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Makes sure that a filter asks for a model that exists: a misspelt one would otherwise look like one without traffic.
   * Of several, one will do: a saved list of models outlives some of them.
   * @param field Path of the filter in the request, for the error.
   * @throws NOT_FOUND when there is none of them.
   */
  async check(models: readonly string[] | undefined, field: string): Promise<void> {
    const unseen = (models ?? []).filter((model) => !this.#known.has(model));
    if (unseen.length < (models?.length ?? 0) || unseen.length === 0) return;
    const rows = await this.#store.rows<{ model: string }>({
      sql: `SELECT DISTINCT model FROM (
        SELECT model FROM traces GROUP BY model
        UNION ALL SELECT model FROM replica_changes GROUP BY model
      ) WHERE model IN {models:Array(String)}`,
      params: { models: unseen },
    });
    for (const row of rows) this.#known.add(row.model);
    if (rows.length > 0) return;
    const said = unseen.length === 1 ? 'There is no such model' : 'There are no such models';
    throw new CodedError('NOT_FOUND', `${said} as ${field} names.`, {
      field,
      expected: 'a model that has traces or replicas',
    });
  }
}
