import { findMatches, lowerCase } from '../../search/findMatches';
import type { SteppedSearch } from '../../search/SteppedSearch';
import { lastNotAbove } from '../../text/lastNotAbove';
import type { Chat } from '../chatModel';
import { chatTexts, type ChatField, type ChatTextEntry } from './chatTexts';

/** Characters, and texts, that are searched in one step: about a millisecond of work. */
const STEP_CHARACTERS = 50_000;
const STEP_TEXTS = 200;

/** A place in what is shown of a chat. */
export interface ChatMatch {
  /** The message, the part of it, the part within that. */
  path: readonly object[];
  field: ChatField;
  /** Code units from the beginning of the text. */
  start: number;
}

interface Found extends ChatTextEntry {
  starts: number[];
}

const NONE: readonly number[] = [];

/** All places in what a chat shows where a text is. */
export class ChatSearch implements SteppedSearch {
  private readonly needle: string;
  private readonly texts: Iterator<ChatTextEntry, void>;
  /** The text that is being searched, and how far that is. */
  private entry: ChatTextEntry | undefined;
  private position = 0;
  private isOver = false;
  private readonly found: Found[] = [];
  /** Matches before each of the found texts. */
  private readonly before: number[] = [];
  private readonly byOwner = new Map<object | undefined, Found[]>();
  private total = 0;

  constructor(chat: Chat, needle: string) {
    this.needle = lowerCase(needle);
    this.texts = chatTexts(chat);
  }

  get count(): number {
    return this.total;
  }

  /** Characters of a match. */
  get length(): number {
    return this.needle.length;
  }

  isDone(): boolean {
    return this.isOver;
  }

  step(): boolean {
    let characters = 0;
    for (let texts = 0; texts < STEP_TEXTS && characters < STEP_CHARACTERS && !this.isOver; texts += 1) {
      characters += this.searchNext();
    }
    return !this.isOver;
  }

  /** The match of this number, counted from 0. */
  at(index: number): ChatMatch | undefined {
    const place = lastNotAbove(this.before, index);
    const found = this.found[place];
    const start = found?.starts[index - (this.before[place] ?? 0)];
    return found && start !== undefined && index >= 0 ? { path: found.path, field: found.field, start } : undefined;
  }

  /** Where the matches in a text of this message or part begin, in order. */
  startsIn(owner: object, field: ChatField): readonly number[] {
    return this.byOwner.get(owner)?.find((found) => found.field === field)?.starts ?? NONE;
  }

  /** Gives the characters that were searched. */
  private searchNext(): number {
    if (!this.entry) {
      const next = this.texts.next();
      this.isOver = next.done === true;
      this.entry = next.done === true ? undefined : next.value;
      this.position = 0;
    }
    return this.entry ? this.searchPiece(this.entry) : 0;
  }

  private searchPiece(entry: ChatTextEntry): number {
    const from = this.position;
    const end = Math.min(from + STEP_CHARACTERS, entry.text.length);
    const after = entry.text.slice(end, end + this.needle.length);
    const starts = Array.from(findMatches(entry.text.slice(from, end), after, this.needle), (start) => from + start);
    this.keep(entry, starts);
    // Matches do not overlap: the next piece begins after one that reaches into it.
    const last = starts.at(-1);
    this.position = last === undefined ? end : Math.max(end, last + this.needle.length);
    if (this.position >= entry.text.length) {
      this.entry = undefined;
    }
    return end - from;
  }

  private keep(entry: ChatTextEntry, starts: readonly number[]): void {
    if (starts.length === 0) {
      return;
    }
    let found = this.found.at(-1);
    if (found?.path !== entry.path || found.field !== entry.field) {
      found = { ...entry, starts: [] };
      this.found.push(found);
      this.before.push(this.total);
      const owner = entry.path.at(-1);
      this.byOwner.set(owner, [...(this.byOwner.get(owner) ?? []), found]);
    }
    for (const start of starts) {
      found.starts.push(start);
    }
    this.total += starts.length;
  }
}
