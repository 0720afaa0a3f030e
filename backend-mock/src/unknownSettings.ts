import { settingNames } from './config.js';

const OWN_PREFIX = 'MODELTRACE_';
/** Variables of ours that other programs read: the data source's provisioning, and the tests. */
const OTHERS = ['MODELTRACE_URL', 'MODELTRACE_FUZZ_RUNS'];
const OTHERS_PREFIX = 'MODELTRACE_TEST_';
/** Changes of a character that still look like a slip. */
const MOST_CHANGES = 5;

/** How many characters must be changed, added or left out to make one text of the other (Levenshtein). */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, changes: changesBetween(name, candidate) }))
    .sort((a, b) => a.changes - b.changes);
  return best && best.changes <= MOST_CHANGES ? best.candidate : undefined;
}

/** A sentence for each MODELTRACE_ variable that means nothing, with the setting that may be meant; never its value. */
export function unknownSettings(env: Record<string, string | undefined>): string[] {
  const known = settingNames();
  return Object.keys(env)
    .filter((name) => name.startsWith(OWN_PREFIX) && !name.startsWith(OTHERS_PREFIX))
    .filter((name) => !known.includes(name) && !OTHERS.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      return `${name} is not a setting of the trace server.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
    });
}
