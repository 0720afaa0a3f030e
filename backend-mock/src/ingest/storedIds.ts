import type { Store } from '../store/store.js';

/** ClickHouse refuses values of more than 128 KiB (`http_max_field_value_size`). */
const MAX_BYTES_AT_ONCE = 100_000;
/** Quotes and a comma. */
const BYTES_AROUND = 3;

/** Ids in groups that the engine takes as one value, whatever characters they are of. */
export function* idGroups(ids: Iterable<string>): Generator<string[]> {
  let group: string[] = [];
  let bytes = 0;
  for (const id of ids) {
    // A character may be escaped.
    const size = 2 * Buffer.byteLength(id) + BYTES_AROUND;
    if (group.length > 0 && bytes + size > MAX_BYTES_AT_ONCE) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(id);
    bytes += size;
  }
  if (group.length > 0) yield group;
}

/** Those of the request ids that are stored already. */
export async function storedIds(store: Store, ids: readonly string[]): Promise<Set<string>> {
  const stored = new Set<string>();
  for (const group of idGroups(ids)) {
    const rows = await store.rows<{ request_id: string }>({
      sql: 'SELECT DISTINCT request_id FROM traces WHERE request_id IN {ids:Array(String)}',
      params: { ids: group },
    });
    for (const row of rows) stored.add(row.request_id);
  }
  return stored;
}
