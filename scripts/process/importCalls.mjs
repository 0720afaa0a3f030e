import { traceServerCli } from '../setup/paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** Imports a JSON Lines file of recorded requests and responses; resolves to { imported, refused, from, to }. */
export async function importCalls(file, traceServerUrl) {
  say(`Importing ${file} …`);
  const { output } = await run(process.execPath, [traceServerCli, 'import', file, '--url', traceServerUrl, '--json'], {
    quiet: true,
  });
  const lines = output.trimEnd().split('\n');
  const summary = JSON.parse(lines.pop() ?? '{}');
  lines.forEach((line) => say(`  ${line}`));
  return summary;
}
