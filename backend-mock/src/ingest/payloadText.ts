import type { PayloadJson } from './traceRow.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const STRUCTURE = /["{}[\]]/g;
const SPACE = /[^\t\n\r ]/g;
const SCALAR_END = /[\t\n\r ,}\]]/g;

/**
 * Walks over JSON text that JSON.parse has accepted, so it need not doubt it; values that nobody asks for are skipped
 * without being read.
 */
class JsonWalker {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #indexOf(pattern: RegExp): number {
    pattern.lastIndex = this.at;
    return pattern.exec(this.#text)?.index ?? this.#text.length;
  }

  /** The next character that is not white space, without going past it. */
  peek(): string {
    this.at = this.#indexOf(SPACE);
    return this.#text.charAt(this.at);
  }

  #skipString(): void {
    let end = this.at;
    for (;;) {
      end = this.#text.indexOf('"', end + 1);
      let escapes = 0;
      while (this.#text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
      if (escapes % 2 === 0) break;
    }
    this.at = end + 1;
  }

  /** Goes past a value and gives its text: a view of the whole text, not a copy. */
  value(): string {
    const first = this.peek();
    const start = this.at;
    if (first === '"') {
      this.#skipString();
    } else if (first === '{' || first === '[') {
      this.#skipNested();
    } else {
      this.at = this.#indexOf(SCALAR_END);
    }
    return this.#text.slice(start, this.at);
  }

  #skipNested(): void {
    let depth = 0;
    do {
      this.at = this.#indexOf(STRUCTURE);
      const code = this.#text.charCodeAt(this.at);
      if (code === QUOTE) {
        this.#skipString();
        continue;
      }
      // Opening brackets are the ones whose code has the third bit from the right clear: [ is 5b, { is 7b, ] is 5d, } is 7d.
      depth += (code & 4) === 0 ? 1 : -1;
      this.at += 1;
    } while (depth > 0);
  }

  #skipComma(): void {
    if (this.peek() !== '' && this.#text.charCodeAt(this.at) === COMMA) this.at += 1;
  }

  /** Stands at `{`: calls `visit`, which goes past the member's value, for each name. */
  members(visit: (name: string) => void): void {
    this.at += 1;
    while (this.peek() === '"') {
      const name = JSON.parse(this.value()) as string;
      this.peek();
      this.at += 1;
      visit(name);
      this.#skipComma();
    }
    this.at += 1;
  }

  /** Stands at `[`: calls `visit`, which goes past the entry, for each entry. */
  entries(visit: () => void): void {
    this.at += 1;
    while (this.peek() !== ']') {
      visit();
      this.#skipComma();
    }
    this.at += 1;
  }
}

function payloadsOf(walker: JsonWalker): PayloadJson {
  if (walker.peek() !== '{') {
    walker.value();
    return {};
  }
  const payloads: PayloadJson = {};
  walker.members((name) => {
    const text = walker.value();
    // Of a name given twice JSON.parse keeps the last, too.
    if (name === 'input' || name === 'output') payloads[name] = text;
  });
  return payloads;
}

/**
 * The texts of `input` and `output` of every trace in a request to store traces, exactly as they were sent: parsed and
 * written again, numbers above 2^53 and names given twice would be lost.
 *
 * @param json Valid JSON text: one trace, or `{"traces": [...]}`.
 * @param isBatch Which of the two.
 * @returns One entry per trace, in order.
 */
export function payloadTexts(json: string, isBatch: boolean): PayloadJson[] {
  const walker = new JsonWalker(json);
  if (!isBatch) return [payloadsOf(walker)];
  let texts: PayloadJson[] = [];
  walker.peek();
  walker.members((name) => {
    if (name === 'traces' && walker.peek() === '[') {
      texts = [];
      walker.entries(() => texts.push(payloadsOf(walker)));
    } else {
      walker.value();
    }
  });
  return texts;
}
