/** The beginning of a text that is longer than this, with an ellipsis. Never cut within a character of two code units: its half would be shown as something hidden. */
export function cutText(text: string, mostCharacters: number): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
