import { CodedError } from '../../errors.js';
import type { Store } from '../../store/store.js';

/** Which models there are; those seen once are remembered, because traces are only added. */
export class KnownModels {
  readonly #store: Store;
  readonly #known = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Makes sure that a filter asks for models that exist: a misspelt one would otherwise look like one without traffic.
   * @param field Path of the filter in the request, for the error.
   * @throws NOT_FOUND naming the model.
   */
  async check(models: readonly string[] | undefined, field: string): Promise<void> {
    const unseen = (models ?? []).filter((model) => !this.#known.has(model));
    if (unseen.length === 0) return;
    const rows = await this.#store.rows<{ model: string }>({
      sql: `SELECT DISTINCT model FROM (
        SELECT model FROM traces GROUP BY model
        UNION ALL SELECT model FROM replica_changes GROUP BY model
      ) WHERE model IN {models:Array(String)}`,
      params: { models: unseen },
    });
    for (const row of rows) this.#known.add(row.model);
    const unknown = unseen.find((model) => !this.#known.has(model));
    if (unknown === undefined) return;
    throw new CodedError('NOT_FOUND', `There is no model ${JSON.stringify(unknown)}.`, {
      field,
      expected: 'a model that has traces or replicas',
    });
  }
}
