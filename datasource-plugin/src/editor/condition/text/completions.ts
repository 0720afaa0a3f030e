import type { QueryCompleteAnswer } from '../../../resources/resources';
import { type EditorRange, rangeOf } from './places';

type Kind = QueryCompleteAnswer['suggestions'][number]['kind'] | 'variable';

/** A suggestion as the code editor takes it, but for its icon. */
export interface Completion {
  kind: Kind;
  label: { label: string; description: string };
  insertText: string;
  /** The trace server has chosen and ordered; the editor is to leave both as they are. */
  filterText: string;
  sortText: string;
  range: EditorRange;
  /** Whether something always follows that can be suggested at once. */
  goesOn: boolean;
}

/**
 * Suggestions for a place of the text: the trace server's, and the dashboard's variables where a value belongs or a `$`
 * was typed.
 */
export function completionsOf(
  text: string,
  caret: number,
  answer: QueryCompleteAnswer,
  variables: string[]
): Completion[] {
  const range = rangeOf(text, answer);
  const typed = text.slice(answer.position, caret);
  const suggested = [...answer.suggestions, ...variablesFor(text.slice(0, answer.position), typed, answer, variables)];
  return suggested.map(({ kind, text: inserted, detail }, index) => {
    const goesOn = kind === 'field' || kind === 'operator';
    // `tags.` and `$.request.` are the beginning of a name.
    const isWhole = !inserted.endsWith('.') && kind !== 'value' && kind !== 'variable';
    return {
      kind,
      label: { label: inserted, description: detail },
      insertText: isWhole ? `${inserted} ` : inserted,
      filterText: typed,
      sortText: String(index).padStart(4, '0'),
      range,
      goesOn,
    };
  });
}

function variablesFor(before: string, typed: string, { suggestions }: QueryCompleteAnswer, variables: string[]) {
  const isValue = suggestions.some(({ kind }) => kind === 'value') || /(?:[=:<>,(]|\bcontains)\s*$/i.test(before);
  if (!isValue && !typed.startsWith('$')) {
    return [];
  }
  return variables
    .filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
    .map((name) => ({ kind: 'variable' as const, text: name, detail: 'Dashboard variable' }));
}
