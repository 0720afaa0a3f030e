import { PIECE_CHARACTERS, pieceEnd } from '../../drawer/payload/json/stringPieces';
import type { Sliced } from '../../slices/runSliced';

/** A piece of a JSON text. `text` of a string is without its quotes and escapes. */
export interface JsonToken {
  kind: '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'literal';
  text: string;
}

const MARK = /[{}[\],:]/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** The tokens of a text, each read when asked for. */
export class JsonTokens {
  private position = 0;

  /** @param isCut the text is the beginning of a longer one: what is there of a string at its end counts as the string */
  constructor(
    private readonly text: string,
    private readonly isCut: boolean
  ) {
    this.skipSpace();
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** How far the text was read. */
  get characters(): number {
    return this.position;
  }

  /** Whether a string is next that takes more than one step to read. */
  get isAtLongString(): boolean {
    return (
      this.text.charAt(this.position) === '"' && stringEnd(this.text, this.position) - this.position > PIECE_CHARACTERS
    );
  }

  /** A long string, read piece by piece. Undefined where it is none. */
  *longString(): Sliced<JsonToken | undefined> {
    const close = closingQuote(this.text, this.position);
    const end = close < 0 ? this.text.length : close;
    const pieces: string[] = [];
    for (let start = this.position + 1; start < end; yield) {
      const next = pieceEnd(this.text, start, end);
      const written = `"${this.text.slice(start, next)}`;
      const piece = close < 0 && next === end ? this.cutString(written) : stringValue(`${written}"`);
      if (piece === undefined) {
        return undefined;
      }
      pieces.push(piece);
      start = next;
    }
    this.position = close < 0 ? end : close + 1;
    this.skipSpace();
    return { kind: 'string', text: pieces.join('') };
  }

  /** Undefined where no JSON token begins. */
  next(): JsonToken | undefined {
    const token = this.text.charAt(this.position) === '"' ? this.string() : this.other();
    this.skipSpace();
    return token;
  }

  private other(): JsonToken | undefined {
    const mark = this.match(MARK);
    if (mark !== undefined) {
      return { kind: mark as JsonToken['kind'], text: mark };
    }
    const number = this.match(NUMBER);
    if (number !== undefined) {
      return { kind: 'number', text: number };
    }
    const literal = this.match(LITERAL);
    return literal === undefined ? undefined : { kind: 'literal', text: literal };
  }

  private string(): JsonToken | undefined {
    const end = stringEnd(this.text, this.position);
    const written = this.text.slice(this.position, end);
    this.position = end;
    const text = stringValue(written);
    if (text !== undefined) {
      return { kind: 'string', text };
    }
    const cut = this.isAtEnd ? this.cutString(written) : undefined;
    return cut === undefined ? undefined : { kind: 'string', text: cut };
  }

  /** Undefined where a string must have its end. */
  private cutString(written: string): string | undefined {
    return this.isCut ? cutStringValue(written) : undefined;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    this.position += found?.length ?? 0;
    return found;
  }

  private skipSpace(): void {
    this.match(SPACE);
  }
}

/** Position after the closing quote of the string that begins at `start`, or the text's end when there is none. */
function stringEnd(text: string, start: number): number {
  const close = closingQuote(text, start);
  return close < 0 ? text.length : close + 1;
}

/** The closing quote of the string that begins at `start`; -1 when there is none. */
function closingQuote(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let firstBackslash = quote;
    while (text.charAt(firstBackslash - 1) === '\\') {
      firstBackslash -= 1;
    }
    if ((quote - firstBackslash) % 2 === 0) {
      return quote;
    }
  }
  return -1;
}

function stringValue(written: string): string | undefined {
  try {
    return JSON.parse(written) as string;
  } catch {
    return undefined;
  }
}

/** The longest cut-off escape, `\u00e` without its last digit. */
const MAX_CUT_ESCAPE = 5;

/** The value of a string without its end; an escape that was cut in two is left out. */
function cutStringValue(written: string): string {
  for (let cut = 0; cut <= MAX_CUT_ESCAPE; cut += 1) {
    const value = stringValue(`${written.slice(0, written.length - cut)}"`);
    if (value !== undefined) {
      return value;
    }
  }
  return '';
}
