import { LIMITS } from '../../contract/constants.gen.js';
import { queryFault } from '../fault.js';
import { patternFault } from './patternFault.js';

/** What `matches` takes, in words. */
export const EXPECTED_PATTERN = 'a regular expression as RE2 takes it';

/**
 * Checks a regular expression that stands at `position` of a query.
 * @param source The expression itself.
 * @param written As it stands in the query, with quotation marks.
 * @throws INVALID_ARGUMENT with the place of the fault; inside quotation marks with escapes that is the whole value.
 */
export function checkPattern(source: string, wasQuoted: boolean, written: string, position: number): void {
  const longest = LIMITS.QueryText.maxPatternLength;
  if (source.length > longest) {
    throw queryFault('This regular expression is too long.', `at most ${longest} characters`, {
      position,
      length: written.length,
    });
  }
  const fault = patternFault(source);
  if (fault === undefined) return;
  const shift = wasQuoted ? 1 : 0;
  const isLiteral = written.slice(shift, shift + source.length) === source;
  const span = isLiteral
    ? { position: position + shift + fault.at, length: fault.length }
    : { position, length: written.length };
  throw queryFault(fault.message, EXPECTED_PATTERN, span);
}
