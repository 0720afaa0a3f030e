import type { VariableExpression, VariableLookup } from './interpolateExpression';
import { asWord, insideQuotes, insideWord, quoted, regexOf } from './interpolateLiterals';
import { type Part, partsOf, type Piece, type Place } from './interpolateParts';

/** Holds for every trace, whatever is compared. */
const ANY = '*';
/** Fits every text, inside a regular expression. */
const ANY_PATTERN = '.*';

/** Formats that only say how several values are joined. Outside quotation marks the query language has its own way. */
const LIST_FORMATS = new Set([undefined, 'raw', 'csv', 'glob', 'json', 'doublequote', 'singlequote', 'sqlstring']);

/**
 * A condition in the query language with the values of its variables (docs/variables.md says by which rules). Whatever a
 * value holds, it stays a value: the condition keeps the shape that it was written in.
 */
export function interpolateCondition(text: string, variables: VariableLookup): string {
  const parts = partsOf(text, (expression) => variables.values(expression) !== undefined);
  return parts.map((part) => rendered(part, variables)).join('');
}

function rendered(part: Part, variables: VariableLookup): string {
  switch (part.kind) {
    case 'plain':
      return part.text;
    case 'path':
      return inPath(part.piece, part.afterDot, variables);
    case 'word': {
      const [only, ...others] = part.pieces;
      return only !== undefined && typeof only !== 'string' && others.length === 0
        ? literals(only, part.place, variables)
        : inWord(part.pieces, variables);
    }
    case 'quoted':
      return inQuotes(part, variables);
  }
}

/** Values as literals of the language, which stand where one variable stood. */
function literals(expression: VariableExpression, place: Place, variables: VariableLookup): string {
  const values = variables.values(expression) ?? [];
  const isAny = values === 'all' || values.length === 0;
  if (!isAny && !LIST_FORMATS.has(expression.format)) {
    return inPlace([variables.formatted(expression)], place);
  }
  return isAny ? inPlace(undefined, place) : inPlace(values, place);
}

function inPlace(values: string[] | undefined, place: Place): string {
  const all = values?.map(quoted) ?? [ANY];
  const [only = ANY, ...others] = all;
  if (place === 'entry') {
    return all.join(', ');
  }
  if (place === 'list') {
    return `(${all.join(', ')})`;
  }
  return others.length === 0 ? only : `(${all.join(place === 'term' ? ' OR ' : ', ')})`;
}

function isAll(piece: Piece, variables: VariableLookup): boolean {
  return typeof piece !== 'string' && variables.values(piece) === 'all';
}

/** The value as one text. */
function oneText(
  expression: VariableExpression,
  variables: VariableLookup,
  join: (values: string[]) => string
): string {
  const values = variables.values(expression);
  return expression.format === undefined && Array.isArray(values) ? join(values) : variables.formatted(expression);
}

const joinedByCommas = (values: string[]) => values.join(',');

function inWord(pieces: readonly Piece[], variables: VariableLookup): string {
  if (pieces.every((piece) => typeof piece === 'string')) {
    return pieces.join('');
  }
  const texts = pieces.map((piece) => {
    if (typeof piece === 'string') {
      return piece;
    }
    return isAll(piece, variables) ? ANY : insideWord(oneText(piece, variables, joinedByCommas));
  });
  return asWord(texts.join(''));
}

function inQuotes(part: Extract<Part, { kind: 'quoted' }>, variables: VariableLookup): string {
  const { quote, end, pieces, place, operator } = part;
  const [only] = pieces;
  const isSole = pieces.length === 1 && end !== '' && typeof only !== 'string';
  if (isSole && only?.format === undefined && only !== undefined && place !== 'inside') {
    return literals(only, place, variables);
  }
  const isPattern = operator === 'matches' && place !== 'term' && place !== 'inside';
  if (!isPattern && end !== '' && pieces.some((piece) => isAll(piece, variables))) {
    // Inside a path or the name of a tag there is no such thing: the trace server says so, with the place.
    return ANY;
  }
  const texts = pieces.map((piece, index) => {
    if (typeof piece === 'string') {
      return index < pieces.length - 1 ? withoutOpenEscape(piece) : piece;
    }
    if (isAll(piece, variables)) {
      return ANY_PATTERN;
    }
    return insideQuotes(oneText(piece, variables, isPattern ? alternatives : joinedByCommas), quote);
  });
  return `${quote}${texts.join('')}${end}`;
}

/** A backslash at the end stands for itself, and must not become part of an escape with what follows. */
function withoutOpenEscape(text: string): string {
  return /(?<!\\)(?:\\\\)*\\$/.test(text) ? `${text}\\` : text;
}

function alternatives(values: string[]): string {
  const [only = '', ...others] = values.map(regexOf);
  return others.length === 0 ? only : `(${[only, ...others].join('|')})`;
}

/** A number and the name of a member stand in a JSONPath as they are; everything else is a text of its. */
function inPath(expression: VariableExpression, afterDot: boolean, variables: VariableLookup): string {
  if (variables.values(expression) === 'all') {
    return ANY;
  }
  const text = oneText(expression, variables, joinedByCommas);
  const standsAlone = afterDot ? /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u : /^-?\d+(?:\.\d+)?$/;
  return standsAlone.test(text) ? text : quoted(text);
}
