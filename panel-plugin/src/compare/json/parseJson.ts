import type { Sliced } from '../../slices/runSliced';
import { JsonTokens, type JsonToken } from './jsonTokens';
import type { JsonNode, Member, NodeIds } from './jsonNode';

/** Tokens read between two pauses; about a millisecond's. */
const STEP = 500;

/** What comes after is left out: the values of more would take gigabytes. */
export const MAX_TOKENS = 1_000_000;

export interface ParsedJson {
  value: JsonNode;
  /** There is more of it than was read. */
  isCut: boolean;
  /** How far it was read. */
  characters: number;
}

/**
 * The value of a JSON text of any depth, or undefined when the text is not JSON. JSON.parse would round long numbers,
 * drop the way they are written and all but the last of equal keys, and hold the page for a large text.
 * @param isCut the text is only the beginning of a payload: what is open at its end is closed there
 */
export function* parseJson(text: string, ids: NodeIds, isCut = false): Sliced<ParsedJson | undefined> {
  const tokens = new JsonTokens(text, isCut);
  const tree = new Tree(ids);
  let count = 1;
  for (; !tokens.isAtEnd && count <= MAX_TOKENS; count += 1) {
    const token = tokens.isAtLongString ? yield* tokens.longString() : tokens.next();
    if (!token && isCut) {
      break;
    }
    if (!token || !tree.take(token)) {
      return undefined;
    }
    if (count % STEP === 0) {
      yield;
    }
  }
  const isPart = isCut || count > MAX_TOKENS;
  while (isPart && tree.closeInnermost()) {
    yield;
  }
  return tree.root && { value: tree.root, isCut: isPart, characters: tokens.characters };
}

/** What may come next in an open object or array. */
type Awaited = 'first' | 'key' | 'colon' | 'value' | 'comma';

interface Open {
  isObject: boolean;
  awaits: Awaited;
  key: string;
  items: JsonNode[];
  members: Member[];
  /** Of the items or members, those of a long list's beginning folded into one. */
  ids: number[];
}

/** Ids that are folded at a time; few enough for one step. */
const MAX_IDS = 5000;

class Tree {
  private readonly open: Open[] = [];
  private value: JsonNode | undefined;

  constructor(private readonly ids: NodeIds) {}

  /** The value, once it is complete. */
  get root(): JsonNode | undefined {
    return this.open.length === 0 ? this.value : undefined;
  }

  /** False when JSON has no such token here. */
  take(token: JsonToken): boolean {
    switch (token.kind) {
      case '{':
      case '[':
        return this.begin(token.kind === '{');
      case '}':
      case ']':
        return this.end(token.kind === '}');
      case ',':
        return this.advance('comma', (top) => (top.isObject ? 'key' : 'value'));
      case ':':
        return this.advance('colon', () => 'value');
      case 'string':
        return this.takeKey(token.text) || this.add(this.ids.string(token.text));
      case 'number':
      case 'literal':
        return this.add(this.ids.plain(token.kind, token.text));
    }
  }

  private get awaitsValue(): boolean {
    const top = this.open.at(-1);
    return top ? top.awaits === 'value' || (top.awaits === 'first' && !top.isObject) : this.value === undefined;
  }

  private begin(isObject: boolean): boolean {
    const isAllowed = this.awaitsValue;
    this.open.push({ isObject, awaits: 'first', key: '', items: [], members: [], ids: [] });
    return isAllowed;
  }

  private end(isObject: boolean): boolean {
    const top = this.open.pop();
    if (top?.isObject !== isObject || (top.awaits !== 'first' && top.awaits !== 'comma')) {
      return false;
    }
    return this.add(this.nodeOf(top));
  }

  private nodeOf({ isObject, items, members, ids }: Open): JsonNode {
    return isObject ? this.ids.object(members, ids) : this.ids.array(items, ids);
  }

  /** False when nothing was open. */
  closeInnermost(): boolean {
    const top = this.open.pop();
    const around = this.open.at(-1);
    if (around) {
      around.awaits = 'value';
    }
    return top !== undefined && this.add(this.nodeOf(top));
  }

  private advance(from: Awaited, to: (top: Open) => Awaited): boolean {
    const top = this.open.at(-1);
    if (top?.awaits !== from) {
      return false;
    }
    top.awaits = to(top);
    return true;
  }

  private takeKey(key: string): boolean {
    const top = this.open.at(-1);
    if (!top?.isObject || (top.awaits !== 'first' && top.awaits !== 'key')) {
      return false;
    }
    top.key = key;
    top.awaits = 'colon';
    return true;
  }

  private add(node: JsonNode): boolean {
    if (!this.awaitsValue) {
      return false;
    }
    const top = this.open.at(-1);
    if (!top) {
      this.value = node;
    } else {
      top.awaits = 'comma';
      if (top.isObject) {
        const member = { key: top.key, node };
        top.members.push(member);
        top.ids.push(this.ids.member(member));
      } else {
        top.items.push(node);
        top.ids.push(node.id);
        top.ids = top.ids.length < MAX_IDS ? top.ids : [this.ids.folded(top.ids)];
      }
    }
    return true;
  }
}
