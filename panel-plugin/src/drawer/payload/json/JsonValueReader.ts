import { scalarEnd, stringEnd } from './jsonTokens';
import { PIECE_CHARACTERS, pieceEnd } from './stringPieces';

type Container = { list: unknown[] } | { members: Record<string, unknown>; key: string | undefined };

/** Tokens read in one step: about a millisecond of work. */
const TOKENS_PER_STEP = 2_000;

/**
 * Reads JSON as JSON.parse does, a few thousand tokens at a time, so that the page can go on in between. Members named
 * `__proto__` are left out.
 */
export class JsonValueReader {
  private readonly open: Container[] = [];
  private position = 0;
  private root: unknown = undefined;
  private isDone = false;
  /** What is read by now of a long text, and where that ends. */
  private longText: { pieces: string[]; end: number } | undefined;

  constructor(private readonly json: string) {}

  /** The whole value, once `step` has given false. */
  get value(): unknown {
    return this.root;
  }

  /**
   * Reads on; false when all is read.
   * @throws SyntaxError when the text is no JSON
   */
  step(): boolean {
    if (this.longText) {
      this.readPiece(this.longText);
      return true;
    }
    for (let tokens = 0; tokens < TOKENS_PER_STEP && this.hasToken; tokens += 1) {
      this.readToken();
    }
    if (this.position < this.json.length) {
      return true;
    }
    if (!this.isDone) {
      throw new SyntaxError('The JSON has no end.');
    }
    return false;
  }

  private readToken(): void {
    const start = this.position;
    const sign = this.json.charAt(start);
    this.position += 1;
    switch (sign) {
      case '{':
        this.begin({ members: {}, key: undefined });
        return;
      case '[':
        this.begin({ list: [] });
        return;
      case '}':
      case ']':
        this.close();
        return;
      case ',':
      case ':':
      case ' ':
      case '\n':
      case '\r':
      case '\t':
        return;
      case '"':
        this.readText(start);
        return;
      default:
        this.position = scalarEnd(this.json, start);
        this.take(JSON.parse(this.json.slice(start, this.position)));
    }
  }

  private get hasToken(): boolean {
    return this.position < this.json.length && !this.longText;
  }

  private readText(start: number): void {
    const end = stringEnd(this.json, start + 1) ?? this.json.length;
    if (end - start > PIECE_CHARACTERS) {
      this.longText = { pieces: [], end: end - 1 };
      return;
    }
    this.position = end;
    this.takeText(JSON.parse(this.json.slice(start, end)) as string);
  }

  private readPiece({ pieces, end }: { pieces: string[]; end: number }): void {
    const next = pieceEnd(this.json, this.position, end);
    pieces.push(JSON.parse(`"${this.json.slice(this.position, next)}"`) as string);
    this.position = next;
    if (next < end) {
      return;
    }
    if (this.json.charAt(end) !== '"') {
      throw new SyntaxError('The JSON has a text without an end.');
    }
    this.longText = undefined;
    this.position = end + 1;
    this.takeText(pieces.join(''));
  }

  private begin(container: Container): void {
    this.take('list' in container ? container.list : container.members);
    this.open.push(container);
    this.isDone = false;
  }

  private close(): void {
    if (this.open.pop() === undefined) {
      throw new SyntaxError('The JSON closes what is not open.');
    }
    this.isDone = this.open.length === 0;
  }

  private takeText(text: string): void {
    const container = this.open.at(-1);
    if (container && 'members' in container && container.key === undefined) {
      container.key = text;
    } else {
      this.take(text);
    }
  }

  private take(value: unknown): void {
    const container = this.open.at(-1);
    if (container === undefined) {
      this.root = value;
      this.isDone = true;
    } else if ('list' in container) {
      container.list.push(value);
    } else if (container.key === undefined) {
      throw new SyntaxError('The JSON has a value without a name.');
    } else {
      if (container.key !== '__proto__') {
        container.members[container.key] = value;
      }
      container.key = undefined;
    }
  }
}
