import { traceServerCli } from '../setup/paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** Imports a JSON Lines file of recorded requests and responses; resolves to { imported, duplicates, refused, from, to }. */
export async function importCalls(file, traceServerUrl) {
  say(`Importing ${file} …`);
  const args = [traceServerCli, 'import', file, '--url', traceServerUrl, '--json'];
  const { stdout } = await run(process.execPath, args, { quiet: true });
  const summary = JSON.parse(stdout);
  say(`  ${summary.imported} imported, ${summary.duplicates} were already stored, ${summary.refused} refused.`);
  for (const [provider, calls] of Object.entries(summary.providers)) say(`  ${provider}: ${calls}`);
  for (const { reason, count, lines } of summary.reasons)
    say(`  refused ${count} × ${reason} (line ${lines.join(', ')})`);
  return summary;
}
