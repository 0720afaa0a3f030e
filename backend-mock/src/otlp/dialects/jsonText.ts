/** Contents nested deeper stay text: what JSON.parse can read, JSON.stringify may not be able to write. */
const DEEPEST_JSON = 500;

/** Whether a JSON text nests too deep; brackets within its strings count too, which only ever leaves it text. */
function nestsTooDeep(json: string): boolean {
  // A text with this few brackets cannot: most are spared the count.
  if (json.length <= DEEPEST_JSON) return false;
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > DEEPEST_JSON) return true;
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1;
    }
  }
  return false;
}

/** JSON text as the value it holds; other texts and values as they are. */
export function parsedJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value) || nestsTooDeep(value)) {
    return value;
  }
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
