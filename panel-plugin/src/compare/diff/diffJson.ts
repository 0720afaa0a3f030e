import type { ArrayNode, JsonNode, NodeIds, ObjectNode, StringNode } from '../json/jsonNode';
import { parseJson } from '../json/parseJson';
import type { Sliced } from '../../slices/runSliced';
import { alignArrays, type AlignedPair } from './alignArrays';
import { swappedPath, type Path, type PathStep } from './path';
import { textParts, type TextPart } from './textParts';

/** `moved` values are equal and stand at another place of their list. */
export type DifferenceKind = 'same' | 'changed' | 'added' | 'removed' | 'moved';

/** One value, or a subtree that is wholly on one side or equal on both. Together they cover both values, each part once. */
export interface Difference {
  kind: DifferenceKind;
  path: Path;
  /** Undefined where it was added. */
  left: JsonNode | undefined;
  /** Undefined where it was removed. */
  right: JsonNode | undefined;
  /** Two different texts that are the same JSON. */
  isSameJson?: true;
  /** Of two different texts: what they have in common and what not. */
  parts?: TextPart[];
}

/** Characters of texts that are compared word by word in one pair of payloads; what comes after is shown as replaced. */
const MAX_COMPARED_TEXT = 4_000_000;

/**
 * What differs between two values of one `NodeIds`: members by key whatever their order, elements by what they have in
 * common, texts by words. In the order of the left value; what was added follows.
 * JSON that is written in a text on both sides is compared as JSON.
 * @param isSwapped compares right with left and turns the result round. The same two values then always give the same
 * differences, whichever is on the left.
 * @param ids of both values
 */
export function* diffJson(left: JsonNode, right: JsonNode, isSwapped: boolean, ids: NodeIds): Sliced<Difference[]> {
  if (!isSwapped) {
    return yield* differences(left, right, ids);
  }
  const found = yield* differences(right, left, ids);
  const known = new Map<PathStep, PathStep>();
  for (const [index, difference] of found.entries()) {
    found[index] = swapped(difference, known);
    if (index % STEP === STEP - 1) {
      yield;
    }
  }
  return found;
}

interface Pair {
  path: Path;
  left: JsonNode | undefined;
  right: JsonNode | undefined;
  /** Two texts that are the same JSON: nothing in them is to be compared. */
  isSameJson?: true;
}

/** Values looked at between two pauses. */
const STEP = 200;

function* differences(left: JsonNode, right: JsonNode, ids: NodeIds): Sliced<Difference[]> {
  const found: Difference[] = [];
  const open: Iterator<Pair>[] = [[{ path: undefined, left, right }].values()];
  let textLeft = MAX_COMPARED_TEXT;
  for (let count = 1; open.length > 0; count += 1) {
    const next = open.at(-1)?.next();
    const inner = next?.done === false ? yield* innerPairs(next.value, ids) : undefined;
    if (next?.done !== false) {
      open.pop();
    } else if (inner) {
      open.push(inner);
    } else {
      const length = textLength(next.value);
      textLeft -= length;
      found.push(differenceOf(next.value, textLeft > 0));
      count += length;
    }
    if (count >= STEP) {
      count = 0;
      yield;
    }
  }
  return found;
}

/** The members or elements of both. Undefined when the two are to be shown as a whole. */
function* innerPairs({ path, left, right, isSameJson }: Pair, ids: NodeIds): Sliced<Iterator<Pair> | undefined> {
  if (!left || !right || left.id === right.id || isSameJson) {
    return undefined;
  }
  if (left.kind === 'object' && right.kind === 'object') {
    return memberPairs(left, yield* membersByKey(right), path);
  }
  if (left.kind === 'string' && right.kind === 'string' && path) {
    return yield* pairInTexts(path, left, right, ids);
  }
  return left.kind === 'array' && right.kind === 'array'
    ? elementPairs(left, right, yield* alignArrays(left.items, right.items), path)
    : undefined;
}

/** The values of two texts that are both JSON, which is more than a number or a word. */
function* pairInTexts(
  parent: PathStep,
  left: StringNode,
  right: StringNode,
  ids: NodeIds
): Sliced<Iterator<Pair> | undefined> {
  const one = yield* jsonInText(left, ids);
  const other = one && (yield* jsonInText(right, ids));
  if (!other) {
    return undefined;
  }
  const path: PathStep = { parent, isJsonInText: true, moved: parent.moved };
  const pair: Pair =
    one.id === other.id ? { path: parent, left, right, isSameJson: true } : { path, left: one, right: other };
  return [pair].values();
}

const JSON_BEGINNING = /^\s*[[{]/;

function* jsonInText({ value }: StringNode, ids: NodeIds): Sliced<JsonNode | undefined> {
  const parsed = JSON_BEGINNING.test(value) ? yield* parseJson(value, ids) : undefined;
  return parsed?.isCut === false ? parsed.value : undefined;
}

function* elementPairs(
  left: ArrayNode,
  right: ArrayNode,
  aligned: Iterable<AlignedPair>,
  parent: Path
): Generator<Pair, void, unknown> {
  const isInMoved = parent?.moved === true;
  for (const place of aligned) {
    const one = place.left === undefined ? undefined : left.items[place.left];
    const other = place.right === undefined ? undefined : right.items[place.right];
    const path = { parent, ...place, moved: place.moved || isInMoved, ...hintOf(other ?? one) };
    yield { path, left: one, right: other };
  }
}

/** Equal keys of one object are told apart by their order. */
function* membersByKey({ members }: ObjectNode): Sliced<Map<string, JsonNode[]>> {
  const byKey = new Map<string, JsonNode[]>();
  for (const [index, { key, node }] of members.entries()) {
    const known = byKey.get(key);
    if (known) {
      known.push(node);
    } else {
      byKey.set(key, [node]);
    }
    if (index % STEP === STEP - 1) {
      yield;
    }
  }
  return byKey;
}

function* memberPairs(left: ObjectNode, others: Map<string, JsonNode[]>, parent: Path): Generator<Pair, void, unknown> {
  const moved = parent?.moved === true;
  for (const { key, node } of left.members) {
    yield { path: { parent, key, moved }, left: node, right: others.get(key)?.shift() };
  }
  for (const [key, nodes] of others) {
    for (const node of nodes) {
      yield { path: { parent, key, moved }, left: undefined, right: node };
    }
  }
}

const HINTS: readonly string[] = ['role', 'name', 'type'];
const MAX_HINT_LENGTH = 40;

function hintOf(node: JsonNode | undefined): { hint?: string } {
  if (node?.kind !== 'object') {
    return {};
  }
  for (const name of HINTS) {
    const value = node.members.find(({ key }) => key === name)?.node;
    if (value?.kind === 'string' && value.value !== '' && value.value.length <= MAX_HINT_LENGTH) {
      return { hint: value.value };
    }
  }
  return {};
}

function differenceOf({ path, left, right, isSameJson }: Pair, mayCompareText: boolean): Difference {
  if (!left || !right) {
    return { kind: left ? 'removed' : 'added', path, left, right };
  }
  if (left.id === right.id) {
    return { kind: path?.key === undefined && path?.moved ? 'moved' : 'same', path, left, right };
  }
  if (isSameJson) {
    return { kind: 'changed', path, left, right, isSameJson };
  }
  if (left.kind === 'string' && right.kind === 'string' && mayCompareText) {
    return { kind: 'changed', path, left, right, parts: textParts(left.value, right.value) };
  }
  return { kind: 'changed', path, left, right };
}

function textLength({ left, right }: Pair): number {
  return left?.kind === 'string' && right?.kind === 'string' && left.id !== right.id
    ? left.value.length + right.value.length
    : 0;
}

const SWAPPED_KIND = { same: 'same', changed: 'changed', moved: 'moved', added: 'removed', removed: 'added' } as const;

function swapped(
  { kind, path, left, right, parts, isSameJson }: Difference,
  known: Map<PathStep, PathStep>
): Difference {
  return {
    kind: SWAPPED_KIND[kind],
    path: swappedPath(path, known),
    left: right,
    right: left,
    ...(isSameJson && { isSameJson }),
    ...(parts && { parts: swappedParts(parts) }),
  };
}

/** Removed before added, as everywhere. */
function swappedParts(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  for (const { kind, text } of parts) {
    const part = { kind: kind === 'same' ? kind : kind === 'added' ? 'removed' : 'added', text } as const;
    const before = result.at(-1);
    if (part.kind === 'removed' && before?.kind === 'added') {
      result.splice(-1, 0, part);
    } else {
      result.push(part);
    }
  }
  return result;
}
