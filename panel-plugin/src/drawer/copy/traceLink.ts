import { locationUtil, urlUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { TRACE_PARAMETER } from '../../url/openTrace';

/** Absolute address of the page as it is, dashboard, time range and the panel's state, with this trace open. */
export function traceLink(requestId: string): string {
  const { pathname } = locationService.getLocation() as { pathname: string };
  const query = { ...locationService.getSearchObject(), [TRACE_PARAMETER]: requestId };
  return new URL(locationUtil.assureBaseUrl(urlUtil.renderUrl(pathname, query)), document.baseURI).href;
}
