import type { IToken } from 'chevrotain';
import { LIMITS } from '../../contract/constants.gen.js';
import { queryFault } from '../fault.js';
import type { JsonPath } from './pathAst.js';
import { parsePathTokens, pathTokens } from './pathParser.js';

const EXPECTED_ROOT = '$.request or $.response';
const EXPECTED_STEP =
  "a member (.name or ['name']), an index ([0], [-1]), a wildcard ([*]) or a filter ([?(@.role == 'system')])";

const EXPECTED_BRACKET = "an index ([0], [-1]), ['name'], a wildcard ([*]) or a filter ([?(@.role == 'system')])";

const MAX_STEPS = 50;

/**
 * Reads a JSONPath that stands at `position` of a query.
 * @throws INVALID_ARGUMENT with the place of the fault.
 */
export function readPath(text: string, position: number): JsonPath {
  const lexed = pathTokens(text);
  const fault = (message: string, expected: string, at: number, length: number) =>
    queryFault(message, expected, { position: position + at, length });
  checkCharacters(text, lexed, fault);
  checkDepth(
    lexed.tokens.map(({ image, startOffset }) => ({ image, startOffset })),
    (at) => fault('This JSONPath is nested too deeply.', `at most ${LIMITS.QueryText.maxDepth} levels`, at, 1),
  );
  const parsed = parsePathTokens(lexed.tokens);
  if ('fault' in parsed) {
    const at = parsed.fault?.startOffset ?? text.length;
    const message = parsed.fault ? 'The JSONPath cannot be read from here.' : 'The JSONPath is not complete.';
    throw fault(message, EXPECTED_STEP, at, parsed.fault?.image.length ?? 0);
  }
  const [root, ...steps] = parsed.steps;
  if (root?.kind !== 'member' || (root.name !== 'request' && root.name !== 'response')) {
    throw fault('A JSONPath starts at the request or at the response.', EXPECTED_ROOT, 0, text.length);
  }
  if (steps.length > MAX_STEPS)
    throw fault('This JSONPath has too many steps.', `at most ${MAX_STEPS} steps`, 0, text.length);
  const tooFar = lexed.tokens.find(
    ({ image }) => /^-?\d+$/.test(image) && Math.abs(Number(image)) > Number.MAX_SAFE_INTEGER,
  );
  if (tooFar) throw fault('This number is too large.', 'a smaller number', tooFar.startOffset, tooFar.image.length);
  return { root: root.name, steps };
}

/** Refuses a bracket without its counterpart, and characters that are no part of a path. */
function checkCharacters(
  text: string,
  lexed: ReturnType<typeof pathTokens>,
  fault: (message: string, expected: string, at: number, length: number) => Error,
): void {
  const unclosed = openBracket(lexed.tokens);
  // What comes after a bracket that is never closed was not meant as part of the path, unless it is a quotation mark.
  if (unclosed && !/["']/.test(text.charAt(lexed.faultAt ?? text.length))) {
    throw fault(
      `This ${unclosed.image === '[' ? 'bracket' : 'parenthesis'} is not closed.`,
      unclosed.image === '[' ? `${EXPECTED_BRACKET}, then ]` : 'a )',
      unclosed.startOffset,
      1,
    );
  }
  if (lexed.faultAt !== undefined) {
    throw fault('This character does not belong in a JSONPath.', EXPECTED_STEP, lexed.faultAt, 1);
  }
}

/** The last bracket or parenthesis without its counterpart. */
function openBracket(tokens: readonly IToken[]): IToken | undefined {
  const open: IToken[] = [];
  for (const token of tokens) {
    if (token.image === '[' || token.image === '(') open.push(token);
    if (token.image === ']' || token.image === ')') open.pop();
  }
  return open.at(-1);
}

function checkDepth(tokens: readonly { image: string; startOffset: number }[], fault: (at: number) => Error): void {
  let depth = 0;
  let negations = 0;
  for (const { image, startOffset } of tokens) {
    negations = image === '!' ? negations + 1 : 0;
    if (image === '[' || image === '(') depth++;
    if (image === ']' || image === ')') depth--;
    if (depth + negations > LIMITS.QueryText.maxDepth) throw fault(startOffset);
  }
}
