/** A pattern's pieces: ordinary text, and the wildcards between. */
export type Piece = { kind: 'text'; text: string } | { kind: 'any' } | { kind: 'one' };

/** Stands for any value, also for one that is not known: a comparison with it holds for every trace. */
export const ANY_VALUE = { type: 'pattern', text: '*' } as const;

/** Whether an unquoted word is `*` alone. */
export const isAnyWord = (word: string): boolean => /^\*+$/.test(word);

/** Takes a word with `\` escapes apart at its wildcards. */
export function piecesOf(word: string): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') pieces.push({ kind: 'text', text });
    text = '';
  };
  for (let at = 0; at < word.length; at++) {
    const character = word.charAt(at);
    if (character === '\\' && at + 1 < word.length) {
      text += word.charAt(++at);
    } else if (character === '*' || character === '?') {
      flush();
      if (character === '?') pieces.push({ kind: 'one' });
      else if (pieces.at(-1)?.kind !== 'any') pieces.push({ kind: 'any' });
    } else {
      text += character;
    }
  }
  flush();
  return pieces;
}

/** The word that `piecesOf` takes apart into these pieces; characters that end a word are escaped. */
export function wordOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'any') return '*';
      return piece.kind === 'one' ? '?' : piece.text.replace(/[\s\\*?()"',:=<>!$[\]&|~]/g, '\\$&');
    })
    .join('');
}

/** The pattern for LIKE of ClickHouse: `%` any text, `_` one character, backslash makes them ordinary. */
export function likePattern(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'any') return '%';
      return piece.kind === 'one' ? '_' : piece.text.replace(/[\\%_]/g, '\\$&');
    })
    .join('');
}
