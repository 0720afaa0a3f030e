// `npm run trace-server`: the trace server alone. Its settings are environment variables, see docs/operations.md.
import { spawn } from 'node:child_process';
import { fail } from './process/say.mjs';
import { buildStale } from './setup/build.mjs';
import { installPackages } from './setup/install.mjs';
import { checkNode } from './setup/machine.mjs';
import { root, traceServerCli } from './setup/paths.mjs';

async function main() {
  checkNode();
  await installPackages();
  await buildStale(['client', 'trace server']);
  const args = process.argv.slice(2);
  const server = spawn(process.execPath, [traceServerCli, ...(args.length > 0 ? args : ['serve'])], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('close', (code) => process.exit(code ?? 1));
}

main().catch(fail);
