// Writes the types, defaults and limits of the contract into the packages that use them.
// `--check` writes nothing and fails when a committed file differs from what would be written.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { goConstants, tsConstants } from './constants.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const OAPI_CODEGEN = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.0';
/** Unions that Go never decodes: it reads `queryType` first, and does not create traces. */
const GO_EXCLUDED = ['CreateTracesRequest', 'ModeltraceQuery'];

const readYaml = (name) => parse(readFileSync(join(here, name), 'utf8'));
const api = readYaml('openapi.yaml');
const query = readYaml('query.yaml');
const frames = readYaml('frames.yaml');

const tsHeader = '// Generated from contract/ by `npm run contract`. Do not edit.\n';

async function tsTypes(document, options) {
  return tsHeader + astToString(await openapiTS(document, options));
}

function goTypes(file, document, scratch) {
  const config = join(scratch, `${file}.cfg.yaml`);
  const output = join(scratch, `${file}.gen.go`);
  const options = {
    package: 'contract',
    generate: { models: true },
    // Both files are one Go package: values of the saved query carry the name of their type.
    compatibility: { 'always-prefix-enum-values': file === 'query' },
    output,
    'output-options': { 'skip-prune': true, 'exclude-schemas': GO_EXCLUDED },
  };
  // JSON is YAML; operations are left out because Go only shares the schemas.
  const source = join(scratch, `${file}.json`);
  const components = { schemas: document.components.schemas };
  writeFileSync(config, JSON.stringify(options));
  writeFileSync(source, JSON.stringify({ ...document, paths: {}, components, security: [], tags: [] }));
  execFileSync('go', ['run', OAPI_CODEGEN, '-config', config, source], {
    cwd: scratch,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return readFileSync(output, 'utf8');
}

async function generate() {
  const scratch = mkdtempSync(join(tmpdir(), 'modeltrace-contract-'));
  try {
    const apiTs = await tsTypes(api);
    // Whoever sends a request may leave out what has a default; whoever answers it finds the default there.
    const clientTs = await tsTypes(api, { defaultNonNullable: false });
    // Saved JSON may leave out what has a default.
    const queryTs = await tsTypes(query, { defaultNonNullable: false });
    const constants = tsHeader + tsConstants({ api, query, frames });
    return {
      'backend-mock/src/contract/api.gen.ts': apiTs,
      'backend-mock/src/contract/constants.gen.ts': constants,
      'backend-mock/src/contract/openapi.gen.ts': `${tsHeader}export const openapi = ${JSON.stringify(api, null, 2)} as const;\n`,
      'client/src/contract/api.gen.ts': clientTs,
      'datasource-plugin/src/contract/query.gen.ts': queryTs,
      'datasource-plugin/src/contract/api.gen.ts': apiTs,
      'datasource-plugin/src/contract/constants.gen.ts': constants,
      'panel-plugin/src/contract/api.gen.ts': apiTs,
      'panel-plugin/src/contract/query.gen.ts': queryTs,
      'panel-plugin/src/contract/constants.gen.ts': constants,
      'datasource-plugin/pkg/contract/api.gen.go': goTypes('api', api, scratch),
      'datasource-plugin/pkg/contract/query.gen.go': goTypes('query', query, scratch),
      'datasource-plugin/pkg/contract/constants.gen.go': goConstants({ api, query, frames }),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const check = process.argv.includes('--check');
let stale = 0;
for (const [file, text] of Object.entries(await generate())) {
  const path = join(root, file);
  if (readIfThere(path) === text) continue;
  stale += 1;
  if (check) {
    console.error(`${relative(root, path)} differs from the contract. Run: npm run contract`);
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${relative(root, path)}`);
  }
}
if (check && stale > 0) process.exit(1);
