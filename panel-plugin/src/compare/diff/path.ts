/** A step from a value into one of its members or elements. Steps are linked backwards, so that depth costs nothing. */
export interface PathStep {
  readonly parent: Path;
  /** Of a member. */
  readonly key?: string;
  /** Of an element: its place in each list that has it. */
  readonly left?: number | undefined;
  readonly right?: number | undefined;
  /** This element, or one around it, has another place among those that both lists have. */
  readonly moved: boolean;
  /** From a text into the JSON that is written in it, as in the arguments of tools. */
  readonly isJsonInText?: true;
  /** Role, type or name of the element, such as `user`. */
  readonly hint?: string;
}

/** Undefined is the whole value. */
export type Path = PathStep | undefined;

/** Steps of a path that are written; the beginning of a deeper one is left out. */
const MAX_STEPS = 30;
const MAX_KEY_LENGTH = 100;

const PLAIN_KEY = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/** `messages[1 → 2] (user).content`: places that differ are both given, the left one first. */
export function pathText(path: Path): string {
  const parts: string[] = [];
  let step = path;
  for (; step && parts.length < MAX_STEPS; step = step.parent) {
    parts.push(stepText(step));
  }
  const text = parts.reverse().join('').replace(/^\./, '');
  return step ? `…${text}` : text;
}

/** The same path with its sides exchanged. `known` holds the paths that were exchanged before. */
export function swappedPath(path: Path, known: Map<PathStep, PathStep>): Path {
  const steps: PathStep[] = [];
  let step = path;
  for (; step && !known.has(step); step = step.parent) {
    steps.push(step);
  }
  let swapped: Path = step && known.get(step);
  for (const original of steps.reverse()) {
    swapped = { ...original, parent: swapped, left: original.right, right: original.left };
    known.set(original, swapped);
  }
  return swapped;
}

/** Whether the path leads into JSON that is written in a text. */
export function isInText(path: Path): boolean {
  for (let step = path; step; step = step.parent) {
    if (step.isJsonInText) {
      return true;
    }
  }
  return false;
}

function stepText({ key, left, right, hint, isJsonInText }: PathStep): string {
  if (isJsonInText) {
    return ' (JSON)';
  }
  if (key !== undefined) {
    const short = key.length > MAX_KEY_LENGTH ? `${key.slice(0, MAX_KEY_LENGTH)}…` : key;
    return PLAIN_KEY.test(short) ? `.${short}` : `[${JSON.stringify(short)}]`;
  }
  const places =
    left === undefined || right === undefined || left === right ? `${left ?? right ?? ''}` : `${left} → ${right}`;
  return `[${places}]${hint === undefined ? '' : ` (${hint})`}`;
}
