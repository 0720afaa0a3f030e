import type { ArrayNode, JsonNode, ObjectNode } from '../json/jsonNode';

/** Deeper values, further members and later characters say no more about whether two values are the same thing. */
const MAX_DEPTH = 3;
const MAX_MEMBERS = 30;
const MAX_WORDS = 100;
const MAX_TEXT = 1_000;
/** Values that are looked at in one comparison. */
const MAX_VALUES = 60;

/** Of values that have only their kind in common. */
const SAME_KIND = 0.3;

/** Members that say what an element is. Elements that differ in one of them are different things. */
const IDENTITY: readonly string[] = ['role', 'type', 'name', 'function'];

/** How much two values have in common: 1 when they are equal, 0 when they are different things. Symmetric. */
export function similarity(left: JsonNode, right: JsonNode): number {
  return inCommon(left, right, 0, { left: MAX_VALUES });
}

function inCommon(left: JsonNode, right: JsonNode, depth: number, values: { left: number }): number {
  values.left -= 1;
  if (left.id === right.id) {
    return 1;
  }
  if (left.kind === 'string' && right.kind === 'string') {
    return SAME_KIND + (1 - SAME_KIND) * wordsInCommon(left.value, right.value);
  }
  if (left.kind === 'object' && right.kind === 'object') {
    return membersInCommon(left, right, depth, values);
  }
  if (left.kind === 'array' && right.kind === 'array') {
    return SAME_KIND + (1 - SAME_KIND) * itemsInCommon(left, right);
  }
  return left.kind === right.kind ? SAME_KIND : 0;
}

/** Whether both hold the same kind of thing, as far as members such as `role` and `type` say. */
function isOtherThing(left: JsonNode, right: JsonNode): boolean {
  if (left.kind === 'string' && right.kind === 'string') {
    return left.id !== right.id;
  }
  if (left.kind !== 'object' || right.kind !== 'object') {
    return false;
  }
  return IDENTITY.some((key) => {
    const leftValue = valueOf(left, key);
    const rightValue = valueOf(right, key);
    return leftValue !== undefined && rightValue !== undefined && isOtherThing(leftValue, rightValue);
  });
}

function valueOf(node: ObjectNode, key: string): JsonNode | undefined {
  return node.members.find((member) => member.key === key)?.node;
}

function membersInCommon(left: ObjectNode, right: ObjectNode, depth: number, values: { left: number }): number {
  if (isOtherThing(left, right)) {
    return 0;
  }
  const count = Math.max(left.members.length, right.members.length);
  if (depth >= MAX_DEPTH || count > MAX_MEMBERS || values.left < 0) {
    return SAME_KIND;
  }
  const others = new Map(right.members.map(({ key, node }) => [key, node]));
  let sum = 0;
  for (const { key, node } of left.members) {
    const other = others.get(key);
    sum += other ? inCommon(node, other, depth + 1, values) : 0;
  }
  return count === 0 ? 1 : sum / count;
}

/** Share of the words of the longer text that both have. */
function wordsInCommon(left: string, right: string): number {
  const words = wordSet(left);
  const others = wordSet(right);
  const count = Math.max(words.size, others.size);
  return count === 0 ? 0 : [...words].filter((word) => others.has(word)).length / count;
}

function wordSet(text: string): Set<string> {
  return new Set(text.slice(0, MAX_TEXT).split(/\s+/, MAX_WORDS));
}

function itemsInCommon(left: ArrayNode, right: ArrayNode): number {
  const ids = new Set(left.items.slice(0, MAX_MEMBERS).map(({ id }) => id));
  const shared = right.items.slice(0, MAX_MEMBERS).filter(({ id }) => ids.has(id)).length;
  return shared / Math.max(ids.size, Math.min(right.items.length, MAX_MEMBERS), 1);
}
