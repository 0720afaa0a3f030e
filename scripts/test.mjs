// `npm test`: installs and builds what is missing or stale, then runs every check and test.
// The last line is `N passed, N failed`; skipped tests are named above it.
import { fail, say } from './process/say.mjs';
import { buildReact18, buildStale } from './setup/build.mjs';
import { findOrInstallChromium } from './setup/chromium.mjs';
import { installPackages, installReact18 } from './setup/install.mjs';
import { checkGo, checkNode } from './setup/machine.mjs';
import { runChecks } from './test/runChecks.mjs';
import { suites } from './test/suites.mjs';

async function main() {
  checkNode();
  await installPackages();
  await checkGo();
  const chromium = await findOrInstallChromium();
  await buildStale();
  await installReact18();
  await buildReact18();

  const all = [{ name: 'static checks', run: runChecks }, ...suites({ chromium })];
  const total = { passed: 0, failed: 0, skipped: [] };
  const lines = [];
  for (const suite of all) {
    say(`\n== ${suite.name}`);
    const started = Date.now();
    const counts = await suite.run();
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped.push(...counts.skipped);
    lines.push(
      `  ${suite.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped (${((Date.now() - started) / 1000).toFixed(0)} s)`,
    );
  }
  say(`\n${lines.join('\n')}`);
  for (const name of total.skipped) say(`  skipped: ${name}`);
  say(`${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

main().catch(fail);
