/** Condition of the query language for traces with the same error type. In quotation marks only `"` and `\` are special. */
export function errorCondition(errorType: string): string {
  return `error_type = "${errorType.replace(/[\\"]/g, '\\$&')}"`;
}
