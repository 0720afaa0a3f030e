import type { Monaco, MonacoEditor, monacoTypes } from '@grafana/ui';
import type { QueryCompleteAnswer } from '../../../resources/resources';
import { type Completion, completionsOf } from './completions';
import { hoverWords } from './hover';
import { LANGUAGE_ID } from './language';

/** What one editor needs to suggest something. */
export interface Completer {
  complete: (text: string, position: number) => Promise<QueryCompleteAnswer>;
  variableNames: () => string[];
}

/**
 * Gives one editor completion and words on what the pointer is on. Monaco keeps providers per language, so each asks
 * whether it is its own editor's text. Returns what takes them away again.
 */
export function attachLanguage(monaco: Monaco, editor: MonacoEditor, completer: () => Completer): () => void {
  const own = editor.getModel();
  const kinds = kindsOf(monaco);
  const completion = monaco.languages.registerCompletionItemProvider(LANGUAGE_ID, {
    triggerCharacters: [' ', ':', '=', '(', ',', '.', '$', '"'],
    provideCompletionItems: async (model, place, _context, token) => {
      const nothing = { suggestions: [] };
      if (model !== own) {
        return nothing;
      }
      const text = model.getValue();
      const caret = model.getOffsetAt(place);
      const { complete, variableNames } = completer();
      try {
        const answer = await complete(text, caret);
        if (token.isCancellationRequested || model.isDisposed()) {
          return nothing;
        }
        // Also when more was typed meanwhile: the editor waits for this answer, sees that it is incomplete, and asks anew.
        // Without one it would take it that there is nothing to suggest, and stay silent until the next key.
        const completions = completionsOf(text, caret, answer, variableNames());
        return { suggestions: completions.map((item) => withIcon(item, kinds)), incomplete: true };
      } catch {
        // Without suggestions a condition can still be typed; that the server is away is told where it is read.
        return nothing;
      }
    },
  });
  const hover = monaco.languages.registerHoverProvider(LANGUAGE_ID, {
    provideHover: (model, place) => {
      const word = model === own ? model.getWordAtPosition(place)?.word : undefined;
      const words = word === undefined ? undefined : hoverWords(word);
      return words === undefined ? null : { contents: [{ value: words }] };
    },
  });
  return () => {
    completion.dispose();
    hover.dispose();
  };
}

type Kinds = Record<Completion['kind'], monacoTypes.languages.CompletionItemKind>;

function kindsOf({ languages: { CompletionItemKind: kind } }: Monaco): Kinds {
  return {
    field: kind.Field,
    operator: kind.Operator,
    keyword: kind.Keyword,
    value: kind.Value,
    variable: kind.Variable,
  };
}

function withIcon({ goesOn, kind, ...item }: Completion, kinds: Kinds) {
  return {
    ...item,
    kind: kinds[kind],
    ...(goesOn && { command: { id: 'editor.action.triggerSuggest', title: 'Suggest what follows' } }),
  };
}
