/** Characters of a name that are shown: no honest role, tool or reason is longer. */
const MAX_NAME = 200;

/** Characters of an address that are shown. */
export const MAX_ADDRESS = 2_000;

/** The part of a name from a payload that is shown. */
export function cutName(name: string): string {
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name;
}
