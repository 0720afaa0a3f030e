// `npm run check`: the static checks alone.
import { fail, say } from './process/say.mjs';
import { installPackages } from './setup/install.mjs';
import { checkGo, checkNode } from './setup/machine.mjs';
import { runChecks } from './test/runChecks.mjs';

async function main() {
  checkNode();
  await installPackages();
  await checkGo();
  const { passed, failed } = await runChecks();
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

main().catch(fail);
