// Indexes for searches in text: Bloom filters of the pieces of 4 and of 2 characters that the texts of a block of rows have.
// What a search looks for has pieces too; blocks without one of them are not read. See docs/adr/0010-text-index.md.
// The engine uses an index for a condition on exactly the expression that the index is on, so both are written here.

/** Names of the parameters with patterns for an index end with this: they are emptied where there is no index. */
export const INDEX_PATTERN = '_on_index';

/** A text that searches look into. */
export type IndexedText = 'input_text' | 'output_text' | 'error_message' | 'names';

/** The request id and the tags are searched by full text only, and short: one expression serves both. */
const textSql = (text: IndexedText, from: string) =>
  text === 'names'
    ? `concat(${from}request_id, '\\n', arrayStringConcat(mapKeys(${from}tags), '\\n'), '\\n', arrayStringConcat(mapValues(${from}tags), '\\n'))`
    : `${from}${text}`;

/**
 * In lower case, a letter as one letter wherever it stands: of `lowerUTF8`, the small sigma depends on what stands around
 * it. The long s is an s in regular expressions that ignore case, which is what wildcards become.
 */
const lowered = (text: string) => `replaceAll(replaceAll(lowerUTF8(${text}), 'ς', 'σ'), 'ſ', 's')`;

/** Scripts whose words are often two or three characters: kana, Han, Hangul. None of them has case. */
const SHORT_WORDS: readonly (readonly [string, string])[] = [
  ['3041', '30FF'],
  ['3400', '9FFF'],
  ['AC00', 'D7A3'],
  ['20000', '3FFFD'],
];

/** Only what is in these scripts, blanks between. Texts without any are passed over at once. */
const shortWords = (text: string) =>
  `if(isValidASCII(${text}), '', replaceRegexpAll(${text}, '[^${SHORT_WORDS.map(([first, last]) => `\\\\x{${first}}-\\\\x{${last}}`).join('')}]+', ' '))`;

const INDEXED: readonly IndexedText[] = ['input_text', 'output_text', 'error_message', 'names'];

/** Bytes of a filter, hashes and seed: one hash costs the least at inserting; the blocks are small enough for it. */
const FILTER = '131072, 1, 7';
const GRAM = 4;
const PAIR = 2;

const indexSql = (expression: (text: string) => string, characters: number) =>
  `(${INDEXED.map((text) => expression(textSql(text, ''))).join(', ')}) TYPE ngrambf_v1(${characters}, ${FILTER}) GRANULARITY 1`;

/** The indexes of `traces` by name, as ADD INDEX takes them. */
export const TEXT_INDEXES: Readonly<Record<string, string>> = {
  text_grams: indexSql(lowered, GRAM),
  text_pairs: indexSql(shortWords, PAIR),
};

// Letters with case of which every Unicode version of the last ten years and the engine say the same; beyond them there are
// letters that got a capital later, and such as have several. What is left out ends a piece.
const CASED =
  /[A-Za-z\u00C0-\u00DE\u00E0-\u00FE\u0100-\u012F\u0132-\u0148\u014A-\u017E\u0386-\u03CE\u0400-\u052F\u0531-\u0556\u0561-\u0586\u1E00-\u1E95\u1EA0-\u1EFF]/u;
// Regular expressions take further signs for these: mathematical forms of Greek letters, old forms of Cyrillic ones.
const MANY_FORMS = /[µβεθικμπρφΐΰвдостъѣ]/iu;
const ASSIGNED = /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\t\n]/u;
const IN_SHORT_WORDS = new RegExp(
  `[${SHORT_WORDS.map(([first, last]) => `\\u{${first}}-\\u{${last}}`).join('')}]`,
  'u',
);

/** How the engine's `lowered` writes a character, whatever its case is; undefined when that is not sure. */
function loweredCharacter(character: string, isPattern: boolean): string | undefined {
  if (isPattern && MANY_FORMS.test(character)) return undefined;
  const lower = character.toLowerCase();
  if (CASED.test(character)) return lower === 'ς' ? 'σ' : lower;
  const isCaseless = lower === character && character.toUpperCase() === character;
  return isCaseless && ASSIGNED.test(character) ? character : undefined;
}

/** Parts of at least so many characters that a text must have when it has the wanted one. */
function pieces(text: string, least: number, written: (character: string) => string | undefined): string[] {
  const found: string[][] = [[]];
  for (const character of text) {
    const known = written(character);
    if (known === undefined) found.push([]);
    else found.at(-1)?.push(known);
  }
  return found.filter((piece) => piece.length >= least).map((piece) => piece.join(''));
}

/** How an index narrows a search down: a pattern for LIKE that every text that is found has on the index's expression. */
export interface IndexedSearch {
  /** The index's expression over `traces AS t`. */
  on: (text: IndexedText) => string;
  /** Empty where the index does not help. */
  pattern: string;
}

const likeAnywhere = (parts: readonly string[]) =>
  parts.length === 0 ? '' : `%${parts.map((part) => part.replace(/[\\%_]/g, '\\$&')).join('%')}%`;

/**
 * What each of the indexes can do for a search; at most one of them is of use.
 * @param texts What is looked for: texts that stand one after the other in what is found, whatever their case.
 * @param isPattern Whether the engine finds them by a regular expression.
 */
export function indexedSearches(
  texts: readonly string[],
  isPattern: boolean,
): [grams: IndexedSearch, pairs: IndexedSearch] {
  const grams = texts.flatMap((text) => pieces(text, GRAM, (character) => loweredCharacter(character, isPattern)));
  const pairs = texts.flatMap((text) =>
    pieces(text, PAIR, (character) => (IN_SHORT_WORDS.test(character) ? character : undefined)),
  );
  return [
    { on: (text) => lowered(textSql(text, 't.')), pattern: likeAnywhere(grams) },
    { on: (text) => shortWords(textSql(text, 't.')), pattern: grams.length > 0 ? '' : likeAnywhere(pairs) },
  ];
}
