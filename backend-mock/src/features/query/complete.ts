import type { components } from '../../contract/api.gen.js';
import { DIMENSIONS } from '../../contract/constants.gen.js';
import { complete, type Completion, suggestedValue } from '../../query/complete.js';
import { printSubject } from '../../query/print.js';
import type { Query, Store } from '../../store/store.js';
import { fieldValuesQuery } from '../fieldValues/sql.js';
import type { Dimension } from '../selection/selectionSql.js';
import { tagNamesQuery, tagValuesQuery } from './tagsSql.js';

type CompleteRequest = components['schemas']['QueryCompleteRequest'];
type CompleteAnswer = components['schemas']['QueryCompleteAnswer'];

function isDimension(name: string): name is Dimension {
  return name in DIMENSIONS;
}

/** What to ask the data for: names of tags, values of a tag or of a field. */
function queryOf({ valuesOf, tagsLike }: Completion, request: CompleteRequest): Query | undefined {
  if (tagsLike !== undefined) return tagNamesQuery(request, tagsLike, request.limit);
  if (valuesOf === undefined) return undefined;
  const { subject, contains } = valuesOf;
  if (subject.kind === 'tag') return tagValuesQuery(subject.name, request, contains, request.limit);
  return isDimension(subject.name) ? fieldValuesQuery(subject.name, request, contains, request.limit) : undefined;
}

/** What could stand at the caret, with names of tags and values from the data where they belong. */
export async function completeAnswer(
  store: Store,
  request: CompleteRequest,
  signal: AbortSignal,
): Promise<CompleteAnswer> {
  const completion = complete(request.text, request.position);
  const found = [...completion.suggestions];
  const query = queryOf(completion, request);
  if (query) {
    for (const { value, requests } of await store.rows<{ value: string; requests: number | string }>(query, signal)) {
      const detail = `${Number(requests)} requests`;
      found.push(
        completion.tagsLike === undefined
          ? { kind: 'value', text: suggestedValue(value), detail }
          : { kind: 'field', text: printSubject({ kind: 'tag', name: value }), detail },
      );
    }
  }
  return { ...completion.span, suggestions: found.slice(0, request.limit) };
}
