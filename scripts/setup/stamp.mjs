import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'bin', '.build', 'coverage', 'test-results', '.git', 'e2e']);

/** A hash of the contents of files and folders (relative to the repository). */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = inRoot(path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) if (!SKIPPED.has(name)) addTo(hash, join(path, name));
    return;
  }
  hash.update(path).update('\0').update(readFileSync(full));
}

/** Runs `work` when the inputs changed since its last success or an output is missing. Resolves to whether it ran. */
export async function whenStale(name, { inputs, outputs }, work) {
  const stampFile = inRoot('node_modules', '.cache', 'modeltrace', `${name}.stamp`);
  const stamp = hashOf(inputs);
  const fresh =
    existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && outputs.every((path) => existsSync(path));
  if (fresh) return false;
  await work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}
