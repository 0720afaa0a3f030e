import { escapeInvisible } from '../../../hostile/visibleText';
import { FoldIndex } from '../folding/FoldIndex';
import { JsonGrammar } from './JsonGrammar';
import { scalarEnd, stringEnd } from './jsonTokens';

/** Deeper levels are indented no further: payloads nested a hundred thousand deep would be all spaces. */
const MAX_INDENT_LEVELS = 40;

/** Top-level keys by which providers name the model. */
const MODEL_KEYS: ReadonlySet<string> = new Set(['"model"', '"modelId"', '"modelVersion"']);

/** A string whose end has not come is printed in parts once it is longer than any name of a key or a model. */
const LONG_STRING = 4_096;

/** Numbers and words that are longer are none: they are not held back until they end. */
const LONG_SCALAR = 16_384;

/** Spaces that lines of one payload are indented by in sum; after them they no longer are, so that 20 MB stay 20 MB. */
const MAX_INDENTATION = 64_000_000;

const PUNCTUATION = '{}[],:';

/**
 * Prints JSON on indented lines while it comes, with the model's name followed by `modelNote` in brackets. Works on the
 * text instead of parsed values, so that long numbers, duplicate keys and the order of keys stay as they were sent.
 */
export class JsonPrinter {
  /** Objects and arrays, by their places in what is printed. */
  readonly folds = new FoldIndex();
  private readonly grammar = new JsonGrammar();
  private rest = '';
  private isWithinString = false;
  private previous = '';
  private topLevelKey = '';
  private printed: string[] = [];
  private printedLength = 0;
  /** Levels, of two spaces each. */
  private indentationLeft = MAX_INDENTATION / 2;

  constructor(private readonly modelNote: string) {}

  /** Takes the next part of the text, cut anywhere but within a character, and gives what can be printed by now. */
  add(text: string): string {
    const json = this.rest + text;
    let position = this.isWithinString ? this.continueString(json) : 0;
    while (position < json.length) {
      const end = this.takeToken(json, position);
      if (end === undefined) {
        break;
      }
      position = end;
    }
    this.rest = json.slice(position);
    return this.takePrinted();
  }

  /** The last of what is printed; undefined when the text was not valid JSON. */
  end(): string | undefined {
    const last = this.add(' '); // Ends a number or word.
    return this.rest === '' && !this.isWithinString && this.grammar.isComplete ? last : undefined;
  }

  /** Prints the token here and gives its end; undefined when it has not wholly come. */
  private takeToken(json: string, start: number): number | undefined {
    const first = json.charAt(start);
    if (first <= ' ') {
      return start + 1;
    }
    if (PUNCTUATION.includes(first)) {
      this.printPunctuation(first);
      return start + 1;
    }
    if (first === '"') {
      return this.takeString(json, start);
    }
    const end = scalarEnd(json, start);
    if (end === json.length && end - start < LONG_SCALAR) {
      return undefined;
    }
    this.openLine();
    this.print(json.slice(start, end));
    this.grammar.scalar(json.slice(start, end));
    return end;
  }

  private takeString(json: string, start: number): number | undefined {
    const end = stringEnd(json, start + 1);
    if (end !== undefined) {
      this.openLine();
      this.print(this.shown(json.slice(start, end)));
      this.grammar.string();
      return end;
    }
    if (json.length - start < LONG_STRING) {
      return undefined;
    }
    this.openLine();
    this.print('"');
    this.isWithinString = true;
    return this.continueString(json, start + 1);
  }

  /** What follows of a string that began earlier. Backslashes at the end wait for what they escape. */
  private continueString(json: string, start = 0): number {
    const end = stringEnd(json, start);
    const until = end ?? json.length - (/\\+$/.exec(json.slice(-LONG_STRING))?.[0].length ?? 0);
    this.print(escapeInvisible(json.slice(start, until)));
    if (end !== undefined) {
      this.isWithinString = false;
      this.grammar.string();
    }
    return Math.max(until, start);
  }

  private printPunctuation(sign: string): void {
    if (sign === '}' || sign === ']') {
      this.grammar.punctuation(sign);
      const isEmpty = this.previous === '{' || this.previous === '[';
      this.print(isEmpty ? sign : this.newLine() + sign);
      this.folds.end(this.printedLength - 1, isEmpty);
    } else {
      if (sign === '{' || sign === '[') {
        this.openLine();
        this.folds.begin(this.printedLength);
      } else if (sign === ',') {
        this.folds.next();
      }
      this.print(sign === ':' ? ': ' : sign);
      this.grammar.punctuation(sign);
    }
    this.previous = sign;
  }

  /** Keys and the members of arrays have lines of their own. */
  private openLine(): void {
    if (this.previous === '{' || this.previous === '[' || this.previous === ',') {
      this.print(this.newLine());
    }
    this.previous = '';
  }

  private newLine(): string {
    const levels = Math.min(this.grammar.depth, MAX_INDENT_LEVELS, this.indentationLeft);
    this.indentationLeft -= levels;
    return `\n${'  '.repeat(levels)}`;
  }

  private shown(token: string): string {
    const text = escapeInvisible(token);
    if (this.grammar.depth !== 1) {
      return text;
    }
    if (this.grammar.isKeyNext) {
      this.topLevelKey = token;
      return text;
    }
    const namesModel = MODEL_KEYS.has(this.topLevelKey) && this.modelNote !== '';
    return namesModel ? `${text.slice(0, -1)} (${JSON.stringify(this.modelNote).slice(1, -1)})"` : text;
  }

  private print(text: string): void {
    this.printed.push(text);
    this.printedLength += text.length;
  }

  private takePrinted(): string {
    const text = this.printed.join('');
    this.printed = [];
    return text;
  }
}
