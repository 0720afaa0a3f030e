import type { components } from '../contract/api.gen';
import type { Suggestion } from '../suggestions/suggestion';

export type QueryCompleteAnswer = components['schemas']['QueryCompleteAnswer'];
type QuerySuggestion = QueryCompleteAnswer['suggestions'][number];

/** A text and where its caret is, in UTF-16 code units. */
export interface EditedText {
  text: string;
  caret: number;
}

/** Names that a longer one begins with, `tags.` and `$.request.`, are not ended by a blank; a value may get more. */
function insertedText({ kind, text }: QuerySuggestion): string {
  return kind === 'value' || text.endsWith('.') ? text : `${text} `;
}

/** The text with a suggestion in the place that the trace server named, and the caret behind it. */
export function completed(
  text: string,
  { position, length }: Pick<QueryCompleteAnswer, 'position' | 'length'>,
  suggestion: QuerySuggestion
): EditedText {
  const inserted = insertedText(suggestion);
  // A blank that is there already is not doubled.
  const after = text.slice(position + length).replace(inserted.endsWith(' ') ? /^ / : /^(?!)/, '');
  return { text: text.slice(0, position) + inserted + after, caret: position + inserted.length };
}

/** The trace server's suggestions as the list shows them; what is there already is none. */
export function listed(text: string, { position, length, suggestions }: QueryCompleteAnswer): QuerySuggestion[] {
  const present = text.slice(position, position + length);
  return suggestions.filter((suggestion) => suggestion.text !== present);
}

/** One of them as an item of the list. */
export function listItem({ kind, text, detail }: QuerySuggestion): Suggestion {
  return { key: `${kind}-${text}`, text, detail };
}
