import { existsSync } from 'node:fs';
import { say } from '../process/say.mjs';
import { run } from '../process/run.mjs';
import { checkGo } from './machine.mjs';
import { inRoot, mageTarget, pluginBinary, root, traceServerCli, workbenchHost } from './paths.mjs';
import { whenStale } from './stamp.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const npmBuild = (workspace) => () =>
  run(npm, ['run', 'build', '-w', workspace, '--loglevel=error'], { cwd: root, quiet: true });

/** What is built, from what, by what. `inputs` are relative to the repository. */
const PARTS = [
  {
    name: 'client',
    inputs: ['client', 'tsconfig.base.json'],
    outputs: [inRoot('client', 'dist', 'index.js')],
    build: npmBuild('client'),
  },
  {
    name: 'trace server',
    inputs: ['backend-mock', 'client/src', 'tsconfig.base.json'],
    outputs: [traceServerCli],
    build: npmBuild('backend-mock'),
  },
  {
    name: 'data source (front end)',
    inputs: [
      'datasource-plugin/src',
      'datasource-plugin/.config',
      'datasource-plugin/package.json',
      'datasource-plugin/tsconfig.json',
    ],
    outputs: [inRoot('datasource-plugin', 'dist', 'module.js')],
    build: npmBuild('datasource-plugin'),
  },
  {
    name: 'data source (back end)',
    needsGo: true,
    inputs: [
      'datasource-plugin/pkg',
      'datasource-plugin/go.mod',
      'datasource-plugin/go.sum',
      'datasource-plugin/Magefile.go',
      'datasource-plugin/src/plugin.json',
    ],
    outputs: [pluginBinary],
    build: () => run('go', ['tool', 'mage', mageTarget], { cwd: inRoot('datasource-plugin'), quiet: true }),
  },
  {
    name: 'panel',
    inputs: ['panel-plugin/src', 'panel-plugin/.config', 'panel-plugin/package.json', 'panel-plugin/tsconfig.json'],
    outputs: [inRoot('panel-plugin', 'dist', 'module.js')],
    build: npmBuild('panel-plugin'),
  },
  {
    name: 'workbench (page)',
    inputs: [
      'workbench/src',
      'workbench/public',
      'workbench/index.html',
      'workbench/vite.config.ts',
      'workbench/package.json',
    ],
    outputs: [inRoot('workbench', 'dist', 'index.html')],
    build: npmBuild('workbench'),
  },
  {
    name: 'workbench (host)',
    needsGo: true,
    inputs: ['workbench/host'],
    outputs: [workbenchHost],
    build: () => run('go', ['build', '-o', workbenchHost, '.'], { cwd: inRoot('workbench', 'host'), quiet: true }),
  },
];

/** Builds the parts whose sources changed since they were last built. */
export async function buildStale(only = PARTS.map((part) => part.name)) {
  for (const part of PARTS.filter(({ name }) => only.includes(name))) {
    await whenStale(`build-${part.name.replace(/\W+/g, '-')}`, part, async () => {
      if (part.needsGo) await checkGo();
      say(`Building ${part.name} …`);
      const started = Date.now();
      await part.build();
      const missing = part.outputs.find((path) => !existsSync(path));
      if (missing) throw new Error(`Building ${part.name} did not write ${missing}`);
      say(`  done in ${((Date.now() - started) / 1000).toFixed(0)} s`);
    });
  }
}

/** Builds the workbench's React 18 variant, which only the tests use. */
export async function buildReact18() {
  const outputs = [inRoot('workbench', 'react-18', 'dist', 'index.html')];
  const inputs = [
    'workbench/src',
    'workbench/public',
    'workbench/index.html',
    'workbench/vite.config.ts',
    'workbench/react-18',
  ];
  await whenStale('build-workbench-react-18', { inputs, outputs }, async () => {
    say('Building workbench (page, React 18) …');
    await run(process.execPath, [inRoot('workbench', 'react-18', 'build.mjs')], { cwd: root, quiet: true });
  });
}
