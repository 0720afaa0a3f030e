import { formattedValueToString, getValueFormat } from '@grafana/data';
import type { QueryExplainAnswer } from '../../../resources/resources';

const count = new Intl.NumberFormat('en');

/** What a selection reads, in one sentence and how the engine comes to it. */
export function explainWords({ rows, stored_rows: stored, bytes, steps }: QueryExplainAnswer): {
  summary: string;
  steps: string[];
} {
  const size = formattedValueToString(getValueFormat('decbytes')(bytes));
  const share = stored > 0 ? ` (${shareWords(rows / stored)})` : '';
  return { summary: `Reads ${count.format(rows)} of ${count.format(stored)} requests${share}, ${size}.`, steps };
}

function shareWords(share: number): string {
  const percent = share * 100;
  return percent > 0 && percent < 0.1 ? 'less than 0.1 %' : `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}
