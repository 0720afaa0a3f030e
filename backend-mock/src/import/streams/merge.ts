import { isObject, listOf, objectOf, textOf, type JsonObject } from '../../payload/json.js';

const IDENTIFYING = new Set(['id', 'type', 'role', 'name', 'index']);

function mergeEntry(target: JsonObject, name: string, value: unknown): void {
  const before = target[name];
  if (value === null || value === undefined) {
    target[name] ??= null;
  } else if (typeof value === 'string' && typeof before === 'string' && !IDENTIFYING.has(name)) {
    target[name] = before + value;
  } else if (Array.isArray(value)) {
    target[name] = mergeLists(listOf(before), value as unknown[]);
  } else if (isObject(value)) {
    target[name] = mergeDelta(objectOf(before), value);
  } else if (!(IDENTIFYING.has(name) && textOf(before) !== '' && value === '')) {
    target[name] = value;
  }
}

/** Entries that carry an `index` continue the entry of that index; others follow. */
function mergeLists(target: unknown[], delta: unknown[]): unknown[] {
  const merged = [...target];
  for (const entry of delta) {
    const index = objectOf(entry)['index'];
    const at = typeof index === 'number' ? merged.findIndex((known) => objectOf(known)['index'] === index) : -1;
    if (at >= 0) {
      merged[at] = mergeDelta(objectOf(merged[at]), objectOf(entry));
    } else {
      merged.push(isObject(entry) ? mergeDelta({}, entry) : entry);
    }
  }
  return merged;
}

/**
 * Continues a message by a delta: texts are appended, lists continued by index, names and ids kept. `target` is changed
 * and given back.
 */
export function mergeDelta(target: JsonObject, delta: JsonObject): JsonObject {
  for (const [name, value] of Object.entries(delta)) {
    if (name !== '__proto__') {
      mergeEntry(target, name, value);
    }
  }
  return target;
}
