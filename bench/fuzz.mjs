// `npm run fuzz [-- --runs N]`: the property tests of the trace server and the client with many more cases.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = ['backend-mock', 'client'];
/** What marks a test as one of these. */
const IS_FUZZED = /from 'fast-check'|MODELTRACE_FUZZ_RUNS|randomQueries/;

const { values } = parseArgs({ options: { runs: { type: 'string', default: '2000' } } });
if (!/^[1-9]\d*$/.test(values.runs)) throw new Error('--runs must be a whole number above 0.');

function fuzzTests(folder) {
  return readdirSync(join(ROOT, folder, 'src'), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('src', file))
    .filter((file) => IS_FUZZED.test(readFileSync(join(ROOT, folder, file), 'utf8')));
}

/** Runs the tests of a package without a time limit; resolves with the exit code and the seeds of what failed. */
function run(folder, files) {
  return new Promise((resolve) => {
    const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', '--testTimeout=0', ...files], {
      cwd: join(ROOT, folder),
      env: { ...process.env, MODELTRACE_FUZZ_RUNS: values.runs },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        process.stdout.write(chunk);
      });
    }
    child.once('exit', (code) =>
      resolve({ code, seeds: [...new Set(output.match(/seed: -?\d+, path: "[^"]*"/g) ?? [])] }),
    );
  });
}

for (const folder of PACKAGES) {
  const files = fuzzTests(folder);
  if (files.length === 0) continue;
  process.stdout.write(`${folder}: ${files.length} files, ${values.runs} runs each\n`);
  const { code, seeds } = await run(folder, files);
  for (const seed of seeds) process.stdout.write(`failed with ${seed}: give both to fc.assert to see it again\n`);
  if (code !== 0) process.exitCode = 1;
}
