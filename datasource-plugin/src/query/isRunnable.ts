import type { ModeltraceQuery } from '../types';

/**
 * Whether a query says enough to be sent. A type this version does not know is sent: the back end answers with an
 * error in words, where not sending it would leave an empty panel without a reason.
 */
export function isRunnable(query: ModeltraceQuery): boolean {
  if (query.hide === true) {
    return false;
  }
  switch (query.queryType) {
    case 'trace':
      return Boolean(query.requestId?.trim() || query.traceId?.trim());
    case 'metrics':
      return (query.measures ?? []).length > 0;
    case 'annotations':
      return (query.kinds ?? []).length > 0;
    default:
      return Boolean((query as Partial<ModeltraceQuery>).queryType);
  }
}
