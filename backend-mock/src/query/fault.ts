import type { IToken } from 'chevrotain';
import { CodedError } from '../errors.js';

/** A place in a text, in UTF-16 code units. */
export interface Span {
  position: number;
  length: number;
}

/** The place of a token. */
export const spanOf = (token: IToken): Span => ({ position: token.startOffset, length: token.image.length });

/**
 * The error for a fault in the text of a query.
 * @param message What is wrong, as a sentence.
 * @param expected What belongs at the place, in words.
 */
export function queryFault(message: string, expected: string, span: Span): CodedError {
  return new CodedError('INVALID_ARGUMENT', message, { field: 'query', expected, span });
}

/** A piece of someone's text that may stand in an error message. */
export function shown(text: string): string {
  const LONGEST = 40;
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return JSON.stringify(cut);
}
