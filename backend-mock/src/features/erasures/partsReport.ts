import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { components } from '../../contract/api.gen.js';
import type { Store } from '../../store/store.js';

type ErasureReport = components['schemas']['ErasureReport'];

/** Tables with contents of requests: what an erasure changes and looks at. */
export const ERASED_TABLES = ['traces', 'spans'] as const;

/** A data part of the engine. */
export interface Part {
  table: string;
  name: string;
  path: string;
}

/** Replaced parts go after seconds, later when a query still reads them; when they take longer the report says so. */
const LONGEST_WAIT_MS = 100_000;
const POLL_MS = 250;

async function parts(store: Store, condition: string, params: Record<string, string[]> = {}): Promise<Part[]> {
  const tables = ERASED_TABLES.map((table) => store.partsTable(table));
  return store.rows<Part>({
    sql: `SELECT table, name, path FROM ${store.systemTable('parts')}
WHERE database = currentDatabase() AND table IN {tables:Array(String)} AND ${condition}`,
    params: { ...params, tables },
  });
}

/** The parts with these names, as long as the engine knows them. */
export async function partsNamed(store: Store, table: string, names: readonly string[]): Promise<Part[]> {
  const found = await parts(store, 'name IN {names:Array(String)}', { names: [...names] });
  return found.filter((part) => part.table === store.partsTable(table));
}

/**
 * Waits until the engine has deleted every part that was replaced up to now: those that a change rewrote, and those that
 * merges before it had put together. No other file holds rows of the tables.
 */
export async function replacedPartsGone(store: Store): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  const replaced = new Set((await parts(store, 'NOT active')).map((part) => part.path));
  while (replaced.size > 0 && Date.now() < deadline) {
    await delay(POLL_MS);
    const left = new Set((await parts(store, 'NOT active')).map((part) => part.path));
    if (![...replaced].some((one) => left.has(one))) return;
  }
}

/** What is left of the parts that held erased data. */
export async function reportParts(store: Store, held: readonly Part[]): Promise<ErasureReport['parts']> {
  const known = await parts(store, 'name IN {names:Array(String)}', { names: held.map((part) => part.name) });
  const active = new Set((await parts(store, 'active')).map((part) => part.path));
  return held.map((part) => ({
    table: part.table,
    part: part.name,
    active_after: active.has(part.path),
    on_disk_after: known.some((one) => one.path === part.path),
  }));
}

/** Directories of these parts, also under the name the engine gives them while it deletes them. */
async function directoriesOf(held: readonly Part[]): Promise<number> {
  const names = new Map<string, Set<string>>();
  for (const part of held) {
    const tableDir = path.dirname(part.path.replace(/\/$/, ''));
    names.set(tableDir, (names.get(tableDir) ?? new Set()).add(part.name));
  }
  let left = 0;
  for (const [tableDir, ofTable] of names) {
    const entries = await readdir(tableDir).catch(() => []);
    left += entries.filter((entry) => ofTable.has(entry.replace(/^(delete_)?tmp_(?:\w+_)?(?=\d|all)/, ''))).length;
  }
  return left;
}

/** What the files say; only those of the embedded engine lie where this process can look. */
export async function reportFiles(store: Store, held: readonly Part[]): Promise<ErasureReport['files']> {
  const looked_at = store.engineKind === 'embedded';
  const deadline = Date.now() + LONGEST_WAIT_MS;
  let directories_left = looked_at ? await directoriesOf(held) : 0;
  while (directories_left > 0 && Date.now() < deadline) {
    await delay(POLL_MS);
    directories_left = await directoriesOf(held);
  }
  const detached = await store.rows<{ name: string }>({
    sql: `SELECT name FROM ${store.systemTable('detached_parts')}
WHERE database = currentDatabase() AND table IN {tables:Array(String)} ORDER BY name`,
    params: { tables: ERASED_TABLES.map((table) => store.partsTable(table)) },
  });
  return { looked_at, directories_left, detached_parts: detached.map((part) => part.name) };
}
