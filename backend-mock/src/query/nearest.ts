/** Edits (insert, delete, replace, swap of neighbours) between two short texts. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

const LONGEST_COMPARED = 40;

/** The name that someone most likely meant; undefined when none is near. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  if (wanted.length > LONGEST_COMPARED) return undefined;
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let found: { name: string; edits: number } | undefined;
  for (const name of names) {
    const edits = distance(wanted, name);
    if (edits <= allowed && (found === undefined || edits < found.edits)) found = { name, edits };
  }
  return found?.name;
}
