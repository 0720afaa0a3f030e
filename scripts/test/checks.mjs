import { readdirSync } from 'node:fs';
import { run } from '../process/run.mjs';
import { inRoot, root } from '../setup/paths.mjs';

const STATICCHECK = 'honnef.co/go/tools/cmd/staticcheck@v0.8.2';
const bin = (name) => inRoot('node_modules', '.bin', name);
const goModules = [inRoot('datasource-plugin'), inRoot('workbench', 'host')];

const tool = (name, command, args, cwd = root) => ({ name, run: () => run(command, args, { cwd, quiet: true }) });
const goTool = (name, args) => ({
  name,
  run: async () => {
    for (const cwd of goModules) await run('go', args, { cwd, quiet: true });
  },
});

async function gofmt() {
  const { output } = await run('gofmt', ['-l', ...goModules], { quiet: true });
  if (output.trim()) throw new Error(`gofmt would change:\n${output}`);
}

function emptyOrStray() {
  const allowed = new Set(readdirSync(root));
  const missing = [
    'LICENSE',
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docker-compose.yml',
  ].filter((name) => !allowed.has(name));
  if (missing.length > 0) throw new Error(`Missing at the top level: ${missing.join(', ')}`);
}

/** The static checks: every one is an error when it finds something. */
export const checks = [
  tool('contract: generated files match', process.execPath, ['contract/generate.mjs', '--check']),
  tool('contract: OpenAPI is valid', bin('redocly'), [
    'lint',
    '--config',
    'contract/redocly.yaml',
    'contract/openapi.yaml',
    'contract/query.yaml',
  ]),
  tool('dashboards: files match their source', process.execPath, ['provisioning/source/write.mjs', '--check']),
  tool('translations: the panel has all its texts', process.execPath, ['scripts/translations/write.mjs', '--check']),
  tool('types: client', bin('tsc'), ['-p', 'client']),
  tool('types: client runs in browsers', bin('tsc'), ['-p', 'client/tsconfig.build.json', '--noEmit']),
  tool('types: trace server', bin('tsc'), ['-p', 'backend-mock', '--noEmit']),
  tool('types: data source', bin('tsc'), ['-p', 'datasource-plugin', '--noEmit']),
  tool('types: panel', bin('tsc'), ['-p', 'panel-plugin', '--noEmit']),
  tool('types: workbench', bin('tsc'), ['-p', 'workbench', '--noEmit']),
  tool('types: journeys in Grafana', bin('tsc'), ['-p', 'e2e', '--noEmit']),
  tool('lint: ESLint', bin('eslint'), ['--max-warnings', '0', '.']),
  tool('format: Prettier', bin('prettier'), ['--check', '--log-level', 'warn', '.']),
  tool('imports: dependency-cruiser', bin('depcruise'), [
    '--config',
    '.dependency-cruiser.cjs',
    'client/src',
    'backend-mock/src',
    'datasource-plugin/src',
    'panel-plugin/src',
    'workbench/src',
    'contract',
    'provisioning',
    'scripts',
  ]),
  tool('dead code: knip', bin('knip'), []),
  { name: 'format: gofmt', run: gofmt },
  goTool('lint: go vet', ['vet', './...']),
  goTool('lint: staticcheck', ['run', STATICCHECK, './...']),
  { name: 'top level is complete', run: async () => emptyOrStray() },
];
