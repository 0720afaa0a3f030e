/** A JSON value as it was written: numbers by their digits, members in their order, equal keys kept. */
export type JsonNode = ObjectNode | ArrayNode | StringNode | PlainNode;

/** Nodes of one `NodeIds` are equal as JSON when their ids are: whatever the order of keys, but numbers as written. */
interface Identified {
  readonly id: number;
}

export interface Member {
  readonly key: string;
  readonly node: JsonNode;
}

export interface ObjectNode extends Identified {
  readonly kind: 'object';
  readonly members: readonly Member[];
}

export interface ArrayNode extends Identified {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface StringNode extends Identified {
  readonly kind: 'string';
  readonly value: string;
}

/** A number, true, false or null. */
export interface PlainNode extends Identified {
  readonly kind: 'number' | 'literal';
  readonly text: string;
}

/** Gives equal contents equal ids, so that whole subtrees are compared by one number and never by a hash that may err. */
export class NodeIds {
  /** Many small tables: one of a million entries would hold the page whenever it grows. */
  private readonly tables = Array.from({ length: TABLES }, () => new Map<string, number>());
  private count = 0;

  string(value: string): StringNode {
    return { kind: 'string', value, id: this.idOf(`s${value}`) };
  }

  plain(kind: PlainNode['kind'], text: string): PlainNode {
    return { kind, text, id: this.idOf(`p${text}`) };
  }

  /** @param itemIds ids of the items, or of their beginning as `folded` gives it and those after it */
  array(items: readonly JsonNode[], itemIds: readonly number[]): ArrayNode {
    return { kind: 'array', items, id: this.idOf(`a${itemIds.join()}`) };
  }

  /** One id in place of those of a list's beginning: lists are identified while they are read, not all at their end. */
  folded(itemIds: readonly number[]): number {
    return this.idOf(`f${itemIds.join()}`);
  }

  /** @param memberIds of each member, in any order */
  object(members: readonly Member[], memberIds: readonly number[]): ObjectNode {
    // Numbers sort many times faster than keys, and any order will do as long as it is the same one.
    return { kind: 'object', members, id: this.idOf(`o${Uint32Array.from(memberIds).sort().join()}`) };
  }

  member({ key, node }: Member): number {
    return this.idOf(`m${node.id} ${key}`);
  }

  private idOf(content: string): number {
    const table = this.tables[tableOf(content)];
    const known = table?.get(content);
    if (known !== undefined) {
      return known;
    }
    this.count += 1;
    table?.set(content, this.count);
    return this.count;
  }
}

const TABLES = 256;

/** Any number that spreads contents over the tables; a few of their characters do. */
function tableOf(content: string): number {
  const { length } = content;
  let sum = length;
  const looked = Math.min(8, length);
  for (let step = 1; step <= looked; step += 1) {
    sum = (sum * 31 + content.charCodeAt(length - step)) | 0;
  }
  return (sum >>> 3) % TABLES;
}
