import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, say } from '../process/say.mjs';
import { run } from '../process/run.mjs';
import { root } from './paths.mjs';

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const findInstalled = () => [process.env.PLAYWRIGHT_CHROMIUM, ...KNOWN_PLACES].find((path) => path && existsSync(path));

/** Path of a Chromium for the browser tests: one that is installed, or installed now by apt or by Playwright. */
export async function findOrInstallChromium() {
  const found = findInstalled();
  if (found) return found;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('Installing Chromium with apt-get …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { quiet: true, env, allowFailure: true });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env,
      allowFailure: true,
    });
    const installed = findInstalled();
    if (installed) return installed;
  }
  say('Installing Chromium with Playwright …');
  const { code } = await run(
    process.execPath,
    [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', '--with-deps', 'chromium'],
    { allowFailure: true },
  );
  const { chromium } = await import('@playwright/test');
  if (code === 0 && existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new PlainError(
    'No Chromium was found and none could be installed. Install Chromium and set PLAYWRIGHT_CHROMIUM to its path.',
  );
}
