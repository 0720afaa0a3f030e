// `npm run e2e`: the browser journeys through a real Grafana at GRAFANA_URL, which has the plugins and provisioning files
// of this repository. Without one nothing is run, and that is said.
import { fail, say } from './process/say.mjs';
import { findOrInstallChromium } from './setup/chromium.mjs';
import { installPackages } from './setup/install.mjs';
import { checkNode } from './setup/machine.mjs';
import { GRAFANA_NOT_RUN, grafanaJourneys } from './test/grafana.mjs';

async function main() {
  checkNode();
  if (!process.env.GRAFANA_URL) {
    say(GRAFANA_NOT_RUN);
    return;
  }
  await installPackages();
  const { passed, failed, skipped } = await grafanaJourneys(await findOrInstallChromium())();
  for (const name of skipped) say(`  skipped: ${name}`);
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}

main().catch(fail);
