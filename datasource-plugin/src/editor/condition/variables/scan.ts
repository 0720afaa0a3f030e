import { VARIABLE } from '../../../query/variablePattern';

/** A value or word of a condition, with what stands before it. */
export interface Place {
  start: number;
  /** After its last character. */
  end: number;
  /** `text` is searched for, `value` is compared with, `entry` is one of a list. */
  kind: 'text' | 'value' | 'entry';
  quoted: boolean;
  /** Of a value or an entry: what is compared, as it is written, and from where. */
  subject?: { name: string; start: number } | undefined;
  /** Of a value: as the language's own reference writes it. */
  operator?: string | undefined;
  /** `NOT` stands between subject and operator. */
  negated?: boolean | undefined;
}

// The same rules by which the trace server takes a condition apart (docs/query-language.md), but for variables, which
// may hold any character between their braces.
const QUOTED = String.raw`"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'`;
const TEXT_REST = String.raw`${VARIABLE}|\\[\s\S]|!(?!=)`;
const SPACE = /\s+/y;
const QUOTATION = new RegExp(QUOTED, 'y');
const OPERATOR = /!=|:?(?:>=|<=|>|<)|==|=|:/y;
const TAG = new RegExp(String.raw`tags\[\s*(?:${QUOTED})\s*\]`, 'iy');
const WORD = new RegExp(String.raw`(?:${TEXT_REST}|[^\s()"'\\,=<>:!])(?:${TEXT_REST}|[^\s()"\\=<>:!])*`, 'y');
const VALUE = new RegExp(String.raw`(?:${VARIABLE}|\\[\s\S]|[^\s()"'\\,])(?:${VARIABLE}|\\[\s\S]|[^\s()"\\,])*`, 'y');
const LIST_START = /in\s*\(/iy;
const OPERATOR_AHEAD = /\s*(?:not\s+)?(?:!=|:|=|<|>|(?:contains|matches|exists)(?![^\s()"',=<>:!])|in\s*\()/iy;

/** Takes a condition apart as far as variables need it: never fails, and calls what it does not know text. */
export function scan(condition: string): Place[] {
  return new Scanner(condition).places();
}

class Scanner {
  private at = 0;
  private mode: 'condition' | 'value' | 'list' = 'condition';
  private subject: Place['subject'];
  private operator: string | undefined;
  private negated = false;
  private readonly found: Place[] = [];

  constructor(private readonly text: string) {}

  places(): Place[] {
    while (this.at < this.text.length) {
      if (this.take(SPACE) === undefined) {
        this.step();
      }
    }
    return this.found;
  }

  /** What the expression finds here, taken. */
  private take(expression: RegExp): string | undefined {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private step(): void {
    const handled = this.mode === 'condition' ? this.condition() : this.value();
    if (!handled) {
      this.at++;
    }
  }

  private value(): boolean {
    const start = this.at;
    const isList = this.mode === 'list';
    if (isList && this.text.charAt(start) === ')') {
      this.toCondition();
      return false;
    }
    if (!isList && this.text.charAt(start) === '(') {
      this.mode = 'list';
      return false;
    }
    const quoted = this.take(QUOTATION) !== undefined;
    const taken = quoted || this.take(VALUE) !== undefined;
    if (taken) {
      const { subject, operator, negated } = this;
      this.found.push({ start, end: this.at, kind: isList ? 'entry' : 'value', quoted, subject, operator, negated });
    }
    if (!isList) {
      this.toCondition();
    }
    return taken;
  }

  private toCondition(): void {
    this.mode = 'condition';
    this.subject = undefined;
    this.operator = undefined;
    this.negated = false;
  }

  private condition(): boolean {
    const start = this.at;
    if (this.take(QUOTATION) !== undefined) {
      this.found.push({ start, end: this.at, kind: 'text', quoted: true });
      this.toCondition();
      return true;
    }
    const operator = this.take(OPERATOR);
    if (operator !== undefined) {
      this.compare(operator);
      return true;
    }
    if (this.subject !== undefined && this.take(LIST_START) !== undefined) {
      this.mode = 'list';
      return true;
    }
    const word = this.take(TAG) ?? this.take(WORD);
    if (word !== undefined) {
      this.word(word, start);
    }
    return word !== undefined;
  }

  private compare(operator: string): void {
    this.mode = 'value';
    this.operator = operator === ':' || operator === '==' ? '=' : operator.replace(/^:/, '');
  }

  private word(word: string, start: number): void {
    const lower = word.toLowerCase();
    if (lower === 'and' || lower === 'or') {
      this.toCondition();
    } else if (this.subject !== undefined && (lower === 'contains' || lower === 'matches')) {
      this.compare(lower);
    } else if (lower === 'not') {
      this.negated = this.subject !== undefined;
    } else {
      this.toCondition();
      this.subject = { name: word, start };
      OPERATOR_AHEAD.lastIndex = this.at;
      if (!OPERATOR_AHEAD.test(this.text)) {
        this.found.push({ start, end: this.at, kind: 'text', quoted: false });
      }
    }
  }
}
