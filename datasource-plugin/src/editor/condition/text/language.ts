import type { Monaco } from '@grafana/ui';

/** The query language's name in the code editor. */
export const LANGUAGE_ID = 'modeltrace-query';

/** Makes the code editor know the language: its colours, brackets and quotation marks. Once is enough. */
export function registerLanguage(monaco: Monaco): void {
  if (monaco.languages.getLanguages().some(({ id }) => id === LANGUAGE_ID)) {
    return;
  }
  monaco.languages.register({ id: LANGUAGE_ID });
  monaco.languages.setMonarchTokensProvider(LANGUAGE_ID, {
    ignoreCase: true,
    defaultToken: '',
    tokenizer: {
      root: [
        [/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/, 'string'],
        [/\$\w+|\$\{[^{}]*\}|\[\[[^[\]]*\]\]/, 'variable'],
        [/\$\.[^\s=<>!:]*/, 'type'],
        [/\b(?:and|or|not)\b/, 'keyword'],
        [/\b(?:contains|matches|exists|in)\b/, 'operator'],
        [/[\w.]+(?=\s*(?:!=|[=:<>]|\b(?:contains|matches|exists|in|not)\b))/, 'type'],
        [/\d[\w.:]*/, 'number'],
        [/!=|[=:<>]+/, 'operator'],
        [/[()]/, 'delimiter'],
        [/[^\s()"'=<>!:$]+/, ''],
      ],
    },
  });
  const pairs = [
    { open: '(', close: ')' },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
    { open: '[', close: ']' },
  ];
  monaco.languages.setLanguageConfiguration(LANGUAGE_ID, {
    brackets: [
      ['(', ')'],
      ['[', ']'],
    ],
    autoClosingPairs: pairs,
    surroundingPairs: pairs,
    wordPattern: /[^\s()"',=<>:!]+/,
  });
}
