/**
 * Characters that change how text looks without being seen: controls, direction marks and overrides (the
 * "Trojan source" trick), zero-width spaces, Unicode tags and variation selectors that smuggle text, and halves of
 * surrogate pairs. Tab and line feed are left, and so are the joiners and the selectors that emoji and scripts need.
 */
const INVISIBLE = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f]',
    '[\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]',
    '[\\u{e0000}-\\u{e0fff}]',
    '\\p{Surrogate}',
  ].join('|'),
  'gu'
);

/** A carriage return before a line feed is how Windows ends lines, not an attempt to hide something. */
const WINDOWS_LINE_END = /\r\n/g;

const CONTROL_PICTURES = 0x2400;
const DELETE_PICTURE = '\u2421';

/** The text with every such character replaced by a sign for it: ␛ for escape, ⟨U+202E⟩ for others. */
export function visibleText(text: string): string {
  return text.replace(WINDOWS_LINE_END, '\n').replace(INVISIBLE, signFor);
}

function signFor(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) {
    return String.fromCodePoint(CONTROL_PICTURES + code);
  }
  return code === 0x7f ? DELETE_PICTURE : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** The same characters as JSON escapes, so that a JSON text stays the same JSON and shows what it holds. */
export function escapeInvisible(json: string): string {
  return json.replace(INVISIBLE, (character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
      .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
      .join('')
  );
}
