import type { components } from '../../contract/api.gen.js';
import type { Store } from '../../store/store.js';
import { type Selection, selectionCondition } from '../selection/selectionSql.js';
import { estimatedRowsQuery, estimateSql, planQuery, storedQuery } from './explainSql.js';
import { planWords } from './planWords.js';

type ExplainAnswer = components['schemas']['QueryExplainAnswer'];

const PAYLOADS: Readonly<Record<string, string>> = {
  input_text: 'the input texts',
  output_text: 'the output texts',
  input_json: 'the request payloads',
  output_json: 'the response payloads',
};

/** What of the remaining rows costs most to read. */
function payloadWords(columns: readonly string[]): string[] {
  const read = columns.flatMap((column) => PAYLOADS[column] ?? []);
  return read.length === 0 ? [] : [`Of the rows that remain, ${read.join(' and ')} are read and compared.`];
}

/** What the engine would read to answer a selection, before it reads anything. */
export async function explainAnswer(store: Store, selection: Selection, signal: AbortSignal): Promise<ExplainAnswer> {
  const condition = selectionCondition(selection);
  const columns = [...condition.columns].sort();
  const estimates = await store.askingShards('traces', (table) => estimateSql(condition, table));
  const [estimate] = await store.rows<{ rows: number | string }>(estimatedRowsQuery(estimates, condition), signal);
  const plan = await store.rows<{ plan: string }>(planQuery(condition), signal);
  const [stored] = await store.rows<{ stored_rows: number | string; bytes: number | string }>(
    storedQuery(columns, store.shardsTable('parts'), store.shardsTable('parts_columns')),
    signal,
  );
  const storedRows = Number(stored?.stored_rows ?? 0);
  // Without a condition the engine counts without reading; whoever wants the rows reads all of them.
  const rows = columns.length === 0 ? storedRows : Math.min(Number(estimate?.rows ?? 0), storedRows);
  const bytesPerRow = storedRows === 0 ? 0 : Number(stored?.bytes ?? 0) / storedRows;
  const steps = plan.flatMap(({ plan: text }) => planWords(text));
  if (storedRows > 0 && rows === storedRows)
    steps.push('Nothing narrows the rows down beforehand: a time range or a model would.');
  return {
    rows,
    stored_rows: storedRows,
    bytes: Math.round(rows * bytesPerRow),
    columns,
    steps: [...steps, ...payloadWords(columns)],
  };
}
