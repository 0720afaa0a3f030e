// Builds the page against React 18 and Grafana's packages of 13.1. Sources are copied here, so that they find this
// folder's node_modules and no other.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const workbench = dirname(here);
const copy = join(here, '.build');

if (!existsSync(join(here, 'node_modules', 'react'))) {
  process.stderr.write('Install the packages first: npm ci --ignore-scripts --prefix workbench/react-18\n');
  process.exit(1);
}
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy);
for (const name of ['src', 'index.html', 'vite.config.ts']) {
  cpSync(join(workbench, name), join(copy, name), { recursive: true });
}

const require = createRequire(import.meta.url);
const vite = await import(
  pathToFileURL(join(dirname(require.resolve('vite/package.json')), 'dist', 'node', 'index.js'))
);
await vite.build({
  root: copy,
  configFile: join(copy, 'vite.config.ts'),
  build: { outDir: join(here, 'dist'), emptyOutDir: true },
  logLevel: 'warn',
});
