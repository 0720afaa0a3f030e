import { say } from '../process/say.mjs';
import { run } from '../process/run.mjs';
import { checkDiskSpace } from './machine.mjs';
import { inRoot, root } from './paths.mjs';
import { whenStale } from './stamp.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Installs the npm packages that the lock file names. Install scripts of packages are not run: none is needed. */
export async function installPackages() {
  await whenStale(
    'install',
    { inputs: ['package-lock.json'], outputs: [inRoot('node_modules', '.package-lock.json')] },
    async () => {
      await checkDiskSpace(root, 4, 'Installing the npm packages');
      say('Installing npm packages (a minute or two the first time) …');
      await run(npm, ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: root });
    },
  );
}

/** Installs the packages of the workbench's React 18 variant, which only the tests use. */
export async function installReact18() {
  const folder = inRoot('workbench', 'react-18');
  const outputs = [inRoot('workbench', 'react-18', 'node_modules', '.package-lock.json')];
  await whenStale('install-react-18', { inputs: ['workbench/react-18/package-lock.json'], outputs }, async () => {
    await checkDiskSpace(root, 2, 'Installing the React 18 packages');
    say('Installing the React 18 variant of the workbench …');
    await run(npm, ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: folder });
  });
}
