import { visibleText } from '../../../hostile/visibleText';

/** Characters of a name that are shown: no honest role, tool or reason is longer. */
const MAX_NAME = 200;

/** A name from a payload, cut, with what hides in it shown. */
export function shownName(name: string): string {
  return visibleText(name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name);
}
