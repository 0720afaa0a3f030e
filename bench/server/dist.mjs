import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIST = new URL('../../backend-mock/dist/', import.meta.url);

/** A module of the built trace server. */
export function fromDist(path) {
  return import(new URL(path, DIST).href);
}

/** The built command line. */
export const cli = fileURLToPath(new URL('cli.js', DIST));

export function checkBuilt() {
  if (!existsSync(cli)) throw new Error('The trace server is not built: npm run build first.');
}
