// `npm run build`: everything that `npm start` runs, where the sources changed.
import { fail } from './process/say.mjs';
import { buildStale } from './setup/build.mjs';
import { installPackages } from './setup/install.mjs';
import { checkNode } from './setup/machine.mjs';

async function main() {
  checkNode();
  await installPackages();
  await buildStale();
}

main().catch(fail);
