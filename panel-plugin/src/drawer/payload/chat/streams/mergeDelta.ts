import { isObject, listOf, objectOf, textOf, type JsonObject } from '../jsonShape';

/** Texts that are repeated in every chunk, not continued. */
const IDENTIFYING = new Set(['id', 'type', 'role', 'name', 'index']);

/**
 * Continues a message by a delta: texts are appended, lists continued by the `index` of their entries, names and ids
 * kept. `target` is changed and given back.
 */
export function mergeDelta(target: JsonObject, delta: JsonObject): JsonObject {
  for (const [name, value] of Object.entries(delta)) {
    if (name !== '__proto__') {
      mergeEntry(target, name, value);
    }
  }
  return target;
}

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

/** Entries with an index continue the entry of that index; texts in `type: text` parts of one list follow each other. */
function mergeLists(target: unknown[], delta: unknown[]): unknown[] {
  for (const entry of delta) {
    const index = objectOf(entry)['index'];
    const at = typeof index === 'number' ? target.findIndex((known) => objectOf(known)['index'] === index) : -1;
    if (at >= 0) {
      target[at] = mergeDelta(objectOf(target[at]), objectOf(entry));
    } else {
      target.push(isObject(entry) ? mergeDelta({}, entry) : entry);
    }
  }
  return target;
}
