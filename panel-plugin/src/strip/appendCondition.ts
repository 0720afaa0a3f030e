/** The traces that count as failed, in the query language. */
export const FAILED = 'status = failed';

/** A condition of the query language with another one that must hold besides. An OR is kept together; AND needs nothing. */
export function appendCondition(query: string, condition: string): string {
  const before = query.trim();
  if (before === '') {
    return condition;
  }
  return `${/\bOR\b/i.test(before) ? `(${before})` : before} AND ${condition}`;
}
