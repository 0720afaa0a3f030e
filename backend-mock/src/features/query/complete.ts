import type { components } from '../../contract/api.gen.js';
import { DIMENSIONS } from '../../contract/constants.gen.js';
import { complete, suggestedValue } from '../../query/complete.js';
import type { Store } from '../../store/store.js';
import { fieldValuesQuery } from '../fieldValues/sql.js';
import type { Dimension } from '../selection/selectionSql.js';

type CompleteRequest = components['schemas']['QueryCompleteRequest'];
type CompleteAnswer = components['schemas']['QueryCompleteAnswer'];

function isDimension(name: string): name is Dimension {
  return name in DIMENSIONS;
}

/** What could stand at the caret, with values from the data where a value belongs. */
export async function completeAnswer(
  store: Store,
  request: CompleteRequest,
  signal: AbortSignal,
): Promise<CompleteAnswer> {
  const { span, suggestions, valuesOf } = complete(request.text, request.position);
  const found = [...suggestions];
  if (valuesOf && isDimension(valuesOf.name)) {
    const query = fieldValuesQuery(valuesOf.name, request, valuesOf.contains, request.limit);
    const values = await store.rows<{ value: string; requests: number | string }>(query, signal);
    for (const { value, requests } of values) {
      found.push({ kind: 'value', text: suggestedValue(value), detail: `${Number(requests)} requests` });
    }
  }
  return { ...span, suggestions: found.slice(0, request.limit) };
}
