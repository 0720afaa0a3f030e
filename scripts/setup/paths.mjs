import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const inRoot = (...parts) => join(root, ...parts);

const goOs = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform] ?? process.platform;
const goArch = { x64: 'amd64', arm64: 'arm64', arm: 'arm' }[process.arch] ?? process.arch;
const exe = process.platform === 'win32' ? '.exe' : '';

/** The data source's back end for this machine, as Grafana names it. */
export const pluginBinary = inRoot('datasource-plugin', 'dist', `gpx_modeltrace_traces_${goOs}_${goArch}${exe}`);
export const mageTarget =
  { linux: 'build:linux', darwin: 'build:darwin', windows: 'build:windows' }[goOs] +
  (goArch === 'arm64' && goOs !== 'windows' ? 'ARM64' : '');
export const workbenchHost = inRoot('workbench', 'host', 'bin', `workbench-host${exe}`);
export const traceServerCli = inRoot('backend-mock', 'dist', 'cli.js');
