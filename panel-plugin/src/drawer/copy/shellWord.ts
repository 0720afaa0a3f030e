/** A piece of one word of a shell command: text that is taken as it is, or a variable that whoever runs it sets. */
export type ShellPiece = string | { variable: string };

/**
 * One word for POSIX sh. Text stands in single quotes, where nothing has a meaning but the quote itself; variables stand
 * in double quotes, so that their values are not split. Text must not hold NUL, which no command can be given.
 */
export function shellWord(pieces: readonly ShellPiece[]): string {
  const word = joined(pieces)
    .map((piece) => (typeof piece === 'string' ? quoted(piece) : `"$${piece.variable}"`))
    .join('');
  return word === '' ? "''" : word;
}

function quoted(text: string): string {
  return text === '' ? '' : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A here-document that hands `text` to a command's standard input as it is; its last line ends with a line feed, too.
 * Returned is what goes behind the command.
 */
export function hereDocument(text: string): string {
  const lines = new Set(text.split('\n'));
  let end = 'END';
  while (lines.has(end)) {
    end = `${end}_`;
  }
  return `<<'${end}'\n${text}${text.endsWith('\n') ? '' : '\n'}${end}`;
}

/** Neighbouring texts as one, so that no quotes end and begin between them. */
function joined(pieces: readonly ShellPiece[]): ShellPiece[] {
  const result: ShellPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') {
      result[result.length - 1] = last + piece;
    } else {
      result.push(piece);
    }
  }
  return result;
}
