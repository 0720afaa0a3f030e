// Regular expressions are run by the engine's RE2. Its syntax (https://github.com/google/re2/wiki/Syntax) is checked here
// too, so that a fault is answered with its place in the text.

/** What is wrong with a regular expression. */
export interface PatternFault {
  message: string;
  at: number;
  length: number;
}

const MAX_REPETITION = 1000;
const MAX_GROUPS = 32;

const GROUP = /\((?:\?(?:P?<[A-Za-z_]\w*>|[imsU]*(?:-[imsU]+)?:))?/y;
const FLAGS = /\(\?[imsU]*(?:-[imsU]+)?\)/y;
const COUNTED = /\{(\d{1,9})(?:,(\d{0,9}))?\}/y;
const ESCAPE =
  /\\(?:[dDsSwWbBAzCafnrtv]|[pP](?:[CLMNPSZ]|\{\^?[A-Za-z_]+\})|x(?:[0-9a-fA-F]{2}|\{0{0,4}(?:[0-9a-fA-F]{1,5}|10[0-9a-fA-F]{4})\})|0[0-7]{0,2}|[1-7][0-7]{1,2}|[^\p{L}\p{N}])/uy;
const LITERAL_TEXT = /\\Q[\s\S]*?(?:\\E|$)/y;
const CLASS_NAME = /\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/y;

class Fault extends Error {
  constructor(
    message: string,
    readonly at: number,
    readonly length: number,
  ) {
    super(message);
  }
}

class Scanner {
  #at = 0;
  readonly #open: { at: number }[] = [];
  /** Whether there is something before the place that can be repeated. */
  #repeatable = false;

  constructor(readonly text: string) {}

  scan(): void {
    while (this.#at < this.text.length) this.#piece();
    const unclosed = this.#open.at(-1);
    if (unclosed) throw new Fault('This group is not closed.', unclosed.at, 1);
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.#at += found[0].length;
    return found;
  }

  #piece(): void {
    switch (this.text.charAt(this.#at)) {
      case '(':
        this.#group();
        return;
      case ')':
        if (this.#open.pop() === undefined) throw new Fault('This ) has no counterpart.', this.#at, 1);
        this.#step(true);
        return;
      case '[':
        this.#set();
        return;
      case '\\':
        if (!this.#take(LITERAL_TEXT)) this.#escape();
        this.#repeatable = true;
        return;
      case '|':
        this.#step(false);
        return;
      case '*':
      case '+':
      case '?':
        this.#at++;
        this.#repeated(this.#at - 1);
        return;
      case '{':
        this.#counted();
        return;
      default:
        this.#step(true);
    }
  }

  #step(repeatable: boolean): void {
    this.#at++;
    this.#repeatable = repeatable;
  }

  #group(): void {
    const start = this.#at;
    if (this.#take(FLAGS)) {
      this.#repeatable = false;
      return;
    }
    if (this.text.startsWith('(?', start) && !this.#take(GROUP)?.[0].startsWith('(?')) {
      throw new Fault('RE2 has no such group: there is no looking ahead or behind.', start, 2);
    }
    if (this.#at === start) this.#at++;
    if (this.#open.push({ at: start }) > MAX_GROUPS) {
      throw new Fault(`Groups may be nested ${MAX_GROUPS} levels deep.`, start, 1);
    }
    this.#repeatable = false;
  }

  #counted(): void {
    const start = this.#at;
    const found = this.#take(COUNTED);
    // Anything else in braces is text.
    if (!found) {
      this.#step(true);
      return;
    }
    const [, least = '', most = ''] = found;
    const isReversed = most !== '' && Number(most) < Number(least);
    if (isReversed || Math.max(Number(least), Number(most)) > MAX_REPETITION) {
      throw new Fault(
        `A repetition goes from a smaller to a larger number, up to ${MAX_REPETITION}.`,
        start,
        found[0].length,
      );
    }
    this.#repeated(start);
  }

  #repeated(start: number): void {
    if (!this.#repeatable) throw new Fault('There is nothing to repeat here.', start, this.#at - start);
    if (this.text.charAt(this.#at) === '?') this.#at++;
    this.#repeatable = false;
  }

  #escape(): void {
    if (!this.#take(ESCAPE)) {
      throw new Fault(
        'RE2 knows no such escape; a back reference cannot be used.',
        this.#at,
        Math.min(2, this.text.length - this.#at),
      );
    }
  }

  #set(): void {
    const start = this.#at++;
    if (this.text.charAt(this.#at) === '^') this.#at++;
    for (let isFirst = true; isFirst || this.text.charAt(this.#at) !== ']'; isFirst = false) {
      if (this.#at >= this.text.length) throw new Fault('This set of characters is not closed.', start, 1);
      if (this.#take(CLASS_NAME)) continue;
      this.#range();
    }
    this.#step(true);
  }

  #range(): void {
    const from = this.#member();
    const isRange =
      this.text.charAt(this.#at) === '-' && this.text.charAt(this.#at + 1) !== ']' && this.#at + 1 < this.text.length;
    if (!isRange) return;
    const start = this.#at++;
    const to = this.#member();
    if (from === undefined || to === undefined || (from > to && to >= 0 && from >= 0)) {
      throw new Fault('A range goes from a character to a later one.', start, 1);
    }
  }

  /** The character's number; a class such as `\d` has none, that of an escape such as `\x41` is not worked out (-1). */
  #member(): number | undefined {
    if (this.text.charAt(this.#at) === '\\') {
      const start = this.#at;
      this.#escape();
      const escape = this.text.slice(start, this.#at);
      if (/^\\[dDsSwWpP]/.test(escape)) return undefined;
      if (/^\\[bBAzC]/.test(escape))
        throw new Fault('This escape has no place in a set of characters.', start, escape.length);
      return /^\\[^\p{L}\p{N}]/u.test(escape) ? escape.codePointAt(1) : -1;
    }
    const point = this.text.codePointAt(this.#at) ?? 0;
    this.#at += point > 0xffff ? 2 : 1;
    return point;
  }
}

/** What RE2 would refuse in a regular expression, and where; undefined when nothing is found. */
export function patternFault(pattern: string): PatternFault | undefined {
  try {
    new Scanner(pattern).scan();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return { message: error.message, at: error.at, length: error.length };
    throw error;
  }
}
