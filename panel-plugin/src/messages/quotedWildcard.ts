/** A value in quotation marks with `*` or `?` after a sign that compares whole values; `matches` and `contains` have words. */
const QUOTED = /[=:]\s*(?:"[^"*?]*[*?][^"]*"|'[^'*?]*[*?][^']*')/;

/** Whether a condition may mean wildcards that it does not have: in quotation marks `*` and `?` are ordinary characters. */
export function hasQuotedWildcard(condition: string): boolean {
  return QUOTED.test(condition);
}
