import { objectOf, type JsonObject } from '../../payload/json.js';
import type { Attributes } from '../message/anyValue.js';

const MOST_ENTRIES = 10_000;
const DEEPEST_PATH = 8;

/** Objects whose keys come from a sender have no prototype to tamper with. */
function bare(): JsonObject {
  return Object.create(null) as JsonObject;
}

function place(target: JsonObject, path: string[], value: unknown): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = Object.hasOwn(target, head) ? objectOf(target[head]) : bare();
  target[head] = inner;
  place(inner, rest, value);
}

/** Objects whose keys are all numbers are lists that were flattened. */
function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, withLists(inner)]);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,5}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
  }
  return Object.fromEntries(entries);
}

/**
 * The list that older dialects spread over attributes `<prefix>.0.role`, `<prefix>.0.content`,
 * `<prefix>.1.tool_calls.0.name`, …; undefined when there are none.
 */
export function indexedList(attributes: Attributes, prefix: string): unknown[] | undefined {
  const tree = bare();
  let entries = 0;
  for (const [name, value] of attributes) {
    const path = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1).split('.') : [];
    if (/^\d{1,5}$/.test(path[0] ?? '') && path.length > 1 && path.length <= DEEPEST_PATH && entries < MOST_ENTRIES) {
      place(tree, path, value);
      entries += 1;
    }
  }
  const list = withLists(tree);
  return Array.isArray(list) ? (list as unknown[]) : undefined;
}
