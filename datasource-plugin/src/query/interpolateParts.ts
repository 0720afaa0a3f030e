import { expressionAt, type VariableExpression } from './interpolateExpression';

/** Where a part stands: after an operator, in a list of values, after `in` without a list, or as a condition of its own. */
export type Place = 'value' | 'entry' | 'list' | 'term';

/** Text as written, or a variable in it. */
export type Piece = string | VariableExpression;

/**
 * A part of a condition. What holds no value stays as it is; in a `path` the quoted texts are parts of their own.
 */
export type Part =
  | { kind: 'plain'; text: string }
  | { kind: 'word'; pieces: Piece[]; place: Place; operator: string }
  /** `end` is the second quotation mark, or nothing when it is missing. */
  | { kind: 'quoted'; quote: string; end: string; pieces: Piece[]; place: Place | 'inside'; operator: string }
  | { kind: 'path'; piece: VariableExpression; afterDot: boolean };

type IsVariable = (expression: VariableExpression) => boolean;

const SPACE = /\s+/y;
const COMPARE = /!=|:?(?:>=|<=|>|<)|==|=|:/y;
const OPERATOR_WORD = /(contains|matches|exists)(?![^\s()"',=<>:!])/iy;
const IN_LIST = /in(?=\s*\()/iy;
const IN_VARIABLE = /in\s+(?=\$\w|\$\{|\[\[)/iy;
const JOINER = /(?:and|or)(?![^\s()"',=<>:!])/iy;
const NOT = /not(?![^\s()"',=<>:!])/iy;
const TAG = /tags\[\s*(?=(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')\s*\])/iy;
const PATH = /\$(?=[.[])/y;
const TEXT_CHARACTER = /\\[\s\S]|[^\s()"\\=<>:!]|!(?!=)/y;
const VALUE_CHARACTER = /\\[\s\S]|[^\s()"\\,]/y;
const PATH_CHARACTER = /(?<=\.)\*|[.\p{L}\p{N}_-]/uy;
const IN_QUOTES: Readonly<Record<string, RegExp>> = {
  '"': /\\(?!\$|\[\[)[\s\S]|[^"]/y,
  "'": /\\(?!\$|\[\[)[\s\S]|[^']/y,
};

/**
 * Takes a condition of the query language apart as the trace server does (docs/query-language.md), as far as that says
 * where a value is and where it ends.
 */
export function partsOf(text: string, isVariable: IsVariable): Part[] {
  const scan = new Scan(text, isVariable);
  while (!scan.ended) {
    scan.next();
  }
  return scan.parts;
}

class Scan {
  readonly parts: Part[] = [];
  private at = 0;
  private mode: 'condition' | 'value' | 'list' | 'in' = 'condition';
  private operator = '';
  /** Whether the last token, or the one before NOT, can be what an operator word compares. */
  private isAfterSubject = false;

  constructor(
    private readonly text: string,
    private readonly isVariable: IsVariable
  ) {}

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  next(): void {
    const space = this.take(SPACE);
    if (space) {
      this.plain(space);
    } else if (this.mode === 'condition') {
      this.condition();
    } else {
      this.value();
    }
  }

  private condition(): void {
    const operator = this.isAfterSubject && (this.take(OPERATOR_WORD) ?? this.take(IN_LIST));
    const inVariable = this.isAfterSubject && !operator && this.take(IN_VARIABLE);
    const compare = operator || inVariable ? undefined : this.take(COMPARE);
    const found = operator || inVariable || compare;
    if (found) {
      this.plain(found);
      this.operator = found.toLowerCase();
      this.mode = inVariable ? 'in' : (MODES[this.operator] ?? 'value');
      this.isAfterSubject = false;
      return;
    }
    const joiner = this.take(JOINER);
    const word = joiner ?? this.take(NOT);
    if (word === undefined) {
      this.term();
      return;
    }
    this.plain(word);
    this.isAfterSubject = this.isAfterSubject && joiner === undefined;
  }

  private term(): void {
    const tag = this.take(TAG);
    if (tag) {
      this.plain(tag);
      this.quoted('inside');
      this.plain(this.take(/\s*\]/y) ?? '');
      this.isAfterSubject = true;
      return;
    }
    if (this.take(PATH)) {
      this.plain('$');
      this.path();
      this.isAfterSubject = true;
      return;
    }
    if (/["']/.test(this.character)) {
      this.quoted('term');
    } else {
      this.word(TEXT_CHARACTER, 'term');
    }
    const last = this.parts.at(-1);
    this.isAfterSubject = last?.kind === 'word' && last.pieces.some((piece) => typeof piece === 'string');
  }

  private value(): void {
    const place: Place = this.mode === 'list' ? 'entry' : this.mode === 'in' ? 'list' : 'value';
    if (this.mode === 'list' && /[(),]/.test(this.character)) {
      this.mode = this.character === ')' ? 'condition' : 'list';
      this.plain(this.takeOne());
      return;
    }
    if (this.mode === 'value' && this.character === '(') {
      this.mode = 'list';
      this.plain(this.takeOne());
      return;
    }
    this.mode = this.mode === 'list' ? 'list' : 'condition';
    if (/["']/.test(this.character)) {
      this.quoted(place);
    } else {
      this.word(VALUE_CHARACTER, place);
    }
  }

  private word(character: RegExp, place: Place): void {
    const pieces = this.pieces(() => this.take(character));
    if (pieces.length > 0) {
      this.parts.push({ kind: 'word', pieces, place, operator: this.operator });
    } else {
      this.plain(this.takeOne());
    }
  }

  private quoted(place: Place | 'inside'): void {
    const quote = this.takeOne();
    const character = IN_QUOTES[quote] ?? /(?!)/y;
    const pieces = this.pieces(() => this.take(character));
    this.parts.push({ kind: 'quoted', quote, end: this.character, pieces, place, operator: this.operator });
    this.at++;
  }

  /** Text up to where `take` finds none, with the variables in it. */
  private pieces(take: () => string | undefined): Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const variable = this.variable();
      const text = variable ? undefined : take();
      const last = pieces.at(-1);
      if (variable) {
        pieces.push(variable);
      } else if (text === undefined) {
        return pieces;
      } else if (typeof last === 'string') {
        pieces[pieces.length - 1] = last + text;
      } else {
        pieces.push(text);
      }
    }
  }

  private path(): void {
    let depth = 0;
    while (!this.ended) {
      const variable = this.variable();
      if (variable) {
        this.parts.push({
          kind: 'path',
          piece: variable,
          afterDot: this.text.charAt(this.at - variable.text.length - 1) === '.',
        });
      } else if (depth > 0 && /["']/.test(this.character)) {
        this.quoted('inside');
      } else if (this.character === '[' || this.character === ']') {
        depth += this.character === '[' ? 1 : -1;
        if (depth < 0) {
          return;
        }
        this.plain(this.takeOne());
      } else if (depth > 0) {
        this.plain(this.takeOne());
      } else {
        const name = this.take(PATH_CHARACTER);
        if (name === undefined) {
          return;
        }
        this.plain(name);
      }
    }
  }

  private variable(): VariableExpression | undefined {
    const found = expressionAt(this.text, this.at);
    if (!found || !this.isVariable(found)) {
      return undefined;
    }
    this.at += found.text.length;
    return found;
  }

  private get character(): string {
    return this.text.charAt(this.at);
  }

  private takeOne(): string {
    return this.text.charAt(this.at++);
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private plain(text: string): void {
    this.parts.push({ kind: 'plain', text });
  }
}

const MODES: Readonly<Record<string, 'condition' | 'list'>> = { exists: 'condition', in: 'list' };
