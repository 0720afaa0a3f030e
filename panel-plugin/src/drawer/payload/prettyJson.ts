import { escapeInvisible } from '../../hostile/visibleText';

/** Deeper levels are indented no further: payloads nested a hundred thousand deep would be all spaces. */
const MAX_INDENT_LEVELS = 40;

/** Top-level keys by which providers name the model. */
const MODEL_KEYS: ReadonlySet<string> = new Set(['"model"', '"modelId"', '"modelVersion"']);

/**
 * Valid JSON on indented lines, with the model's name followed by `modelNote` in brackets. Works on the text instead
 * of parsed values, so that long numbers, duplicate keys and the order of keys stay as they were sent.
 */
export function prettyJson(json: string, modelNote: string): string {
  const lines = new JsonLines(modelNote);
  for (let position = 0; position < json.length;) {
    const end = tokenEnd(json, position);
    const token = json.slice(position, end).trim();
    if (token !== '') {
      lines.add(token);
    }
    position = end;
  }
  return lines.text();
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

class JsonLines {
  private readonly parts: string[] = [];
  private depth = 0;
  private previous = '';
  private topLevelKey = '';

  constructor(private readonly modelNote: string) {}

  add(token: string): void {
    if (token === '}' || token === ']') {
      this.depth -= 1;
      this.parts.push(this.previous === '{' || this.previous === '[' ? token : this.newLine() + token);
    } else {
      const opensLine = this.previous === '{' || this.previous === '[' || this.previous === ',';
      this.parts.push((opensLine ? this.newLine() : '') + this.shown(token));
      this.depth += token === '{' || token === '[' ? 1 : 0;
    }
    this.previous = token;
  }

  text(): string {
    return this.parts.join('');
  }

  private newLine(): string {
    return `\n${'  '.repeat(Math.min(this.depth, MAX_INDENT_LEVELS))}`;
  }

  private shown(token: string): string {
    if (token === ':') {
      return ': ';
    }
    if (!token.startsWith('"')) {
      return token;
    }
    const text = escapeInvisible(token);
    if (this.depth === 1 && this.previous !== ':') {
      this.topLevelKey = token;
      return text;
    }
    const namesModel = this.depth === 1 && MODEL_KEYS.has(this.topLevelKey) && this.modelNote !== '';
    return namesModel ? `${text.slice(0, -1)} (${JSON.stringify(this.modelNote).slice(1, -1)})"` : text;
  }
}

const PUNCTUATION = '{}[],:';

function tokenEnd(json: string, start: number): number {
  const first = json.charAt(start);
  if (PUNCTUATION.includes(first)) {
    return start + 1;
  }
  if (first === '"') {
    return stringEnd(json, start);
  }
  let end = start + 1;
  while (end < json.length && json.charAt(end) !== '"' && !PUNCTUATION.includes(json.charAt(end))) {
    end += 1;
  }
  return end;
}

function stringEnd(json: string, start: number): number {
  let position = start + 1;
  while (position < json.length && json.charAt(position) !== '"') {
    position += json.charAt(position) === '\\' ? 2 : 1;
  }
  return Math.min(position + 1, json.length);
}
