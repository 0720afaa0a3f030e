import { locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { TRACE_PARAMETER } from '../url/openTrace';

/**
 * Address of this page with other parameters, to be sent to somebody: time range and variables as they are, no trace
 * open. Null takes a parameter away.
 */
export function shareLink(parameters: Record<string, string | null>): string {
  const path = locationUtil.getUrlForPartial(locationService.getLocation(), { ...parameters, [TRACE_PARAMETER]: null });
  return new URL(path, document.baseURI).toString();
}
