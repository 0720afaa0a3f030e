import type { ModeltraceQuery } from '../types';

/**
 * Whether a query says enough to be sent. A type this version does not know is sent: the back end answers with an
 * error in words, where not sending it would leave an empty panel without a reason.
 */
export function isRunnable(query: ModeltraceQuery): boolean {
  // Saved JSON may lack what the types require.
  const saved: Partial<Record<'queryType', string>> & { measures?: string[]; requestId?: string } = query;
  if (query.hide === true || !saved.queryType) {
    return false;
  }
  switch (saved.queryType) {
    case 'trace':
      return Boolean(saved.requestId?.trim());
    case 'metrics':
      return (saved.measures ?? []).length > 0;
    default:
      return true;
  }
}
