type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

/** Numbers and words of JSON; RFC 8259, sections 3 and 6. */
const SCALAR = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** Follows the tokens of a JSON text and notices where it is none. The contents of strings are not looked at. */
export class JsonGrammar {
  private readonly open: ('{' | '[')[] = [];
  private expected: Expected = 'value';
  private isBroken = false;

  /** How many objects and arrays are open. */
  get depth(): number {
    return this.open.length;
  }

  get isKeyNext(): boolean {
    return this.expected === 'key' || this.expected === 'key or end';
  }

  /** Whether what has come is a whole JSON text. */
  get isComplete(): boolean {
    return !this.isBroken && this.expected === 'nothing';
  }

  punctuation(sign: string): void {
    switch (sign) {
      case '{':
      case '[':
        this.opens(sign);
        break;
      case '}':
      case ']':
        this.closes(sign);
        break;
      case ':':
        this.require(this.expected === 'colon');
        this.expected = 'value';
        break;
      default:
        this.require(this.expected === 'comma or end');
        this.expected = this.open.at(-1) === '{' ? 'key' : 'value';
    }
  }

  string(): void {
    if (this.isKeyNext) {
      this.expected = 'colon';
    } else {
      this.value();
    }
  }

  scalar(text: string): void {
    this.require(SCALAR.test(text));
    this.value();
  }

  private opens(sign: '{' | '['): void {
    this.require(this.expected === 'value' || this.expected === 'value or end');
    this.open.push(sign);
    this.expected = sign === '{' ? 'key or end' : 'value or end';
  }

  private closes(sign: '}' | ']'): void {
    const opened = this.open.pop();
    const empty = sign === '}' ? 'key or end' : 'value or end';
    this.require(
      opened === (sign === '}' ? '{' : '[') && (this.expected === empty || this.expected === 'comma or end')
    );
    this.afterValue();
  }

  private value(): void {
    this.require(this.expected === 'value' || this.expected === 'value or end');
    this.afterValue();
  }

  private afterValue(): void {
    this.expected = this.open.length === 0 ? 'nothing' : 'comma or end';
  }

  private require(holds: boolean): void {
    this.isBroken ||= !holds;
  }
}
