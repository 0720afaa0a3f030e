import { quotedValue } from '../../selection/viewConditions';

/** Names that the query language reads without quotation marks. */
const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_./@+-]*$/u;

/** A tag as the query language names it. */
export function tagField(name: string): string {
  return PLAIN.test(name) ? `tags.${name}` : `tags[${quotedValue(name)}]`;
}
