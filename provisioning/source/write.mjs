// Writes provisioning/dashboards/*.json. `--check` writes nothing and fails when a committed file differs.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dashboards } from './dashboards.mjs';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dashboards');
const check = process.argv.includes('--check');
for (const [name, dashboard] of Object.entries(dashboards)) {
  const path = join(folder, name);
  const text = `${JSON.stringify(dashboard, null, 2)}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (check) {
    console.error(`provisioning/dashboards/${name} differs from its source. Run: npm run dashboards`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
    console.log(`wrote provisioning/dashboards/${name}`);
  }
}
