import { randomUUID } from 'node:crypto';
import type { Store } from '../../store/store.js';
import { notedTraces, noteWork, type PlainCondition, spansThatStay, spansToRemove } from './workSql.js';

/** Rows of a table that a condition selects. */
export async function countRows(store: Store, table: string, { sql, params }: PlainCondition): Promise<number> {
  const [row] = await store.rows<{ n: number }>({ sql: `SELECT count() AS n FROM ${table} WHERE ${sql}`, params });
  return row?.n ?? 0;
}

/** Removes rows; parts without such rows are left alone by the engine. */
export async function removeRows(store: Store, table: string, { sql, params }: PlainCondition): Promise<void> {
  await store.mutate(table, { sql: `DELETE WHERE ${sql}`, params });
}

/** The requests that a removal is about, noted in the store so that their spans are found when their rows are gone. */
export class RemovalWork {
  readonly id = randomUUID();
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Notes the requests that the condition selects now; those that come later are not part of the work. */
  async note(condition: PlainCondition): Promise<number> {
    await this.#store.execute(noteWork(this.id, condition));
    return countRows(this.#store, 'removal_work', { sql: 'work_id = {work_id:String}', params: { work_id: this.id } });
  }

  /** Noted requests as a condition over `traces`. */
  get traces(): PlainCondition {
    return notedTraces(this.id);
  }

  /** Spans to remove as a condition over `spans`, once the noted requests are gone. */
  get spans(): PlainCondition {
    return spansToRemove(this.id);
  }

  /** Spans that stay, once those to remove are gone. */
  get sharedSpans(): PlainCondition {
    return spansThatStay(this.id);
  }

  /** Forgets the notes. */
  async end(): Promise<void> {
    await this.#store.mutate('removal_work', {
      sql: 'DROP PARTITION {work_id:String}',
      params: { work_id: this.id },
    });
  }
}
