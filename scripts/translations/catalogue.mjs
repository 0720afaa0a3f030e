/**
 * The texts as the nested, sorted object that i18next reads: `a.b` becomes `{ a: { b } }`.
 * @param {readonly import('./readTexts.mjs').FoundText[]} texts
 * @returns {Record<string, unknown>}
 * @throws Error when one key has two texts, or is both a text and a group
 */
export function catalogueOf(texts) {
  /** @type {Map<string, import('./readTexts.mjs').FoundText>} */
  const byKey = new Map();
  for (const found of texts) {
    const known = byKey.get(found.key);
    if (known && known.text !== found.text) {
      throw new Error(`${found.key} has two texts: in ${known.file} and in ${found.file}`);
    }
    byKey.set(found.key, found);
  }
  const catalogue = {};
  for (const { key, text } of [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) put(catalogue, key, text);
  return catalogue;
}

function put(catalogue, key, text) {
  const path = key.split('.');
  const last = path.pop();
  let group = catalogue;
  for (const name of path) {
    group[name] ??= {};
    group = group[name];
    if (typeof group !== 'object') throw new Error(`${key}: ${name} is a text already, so it cannot be a group`);
  }
  if (typeof group[last] === 'object') throw new Error(`${key} is a group already, so it cannot be a text`);
  group[last] = text;
}
