import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import type { PanelTarget } from '../frames/frameOrigin';

/** Ends of a time range to which new traces belong, as in the data source's own rule. */
const UNTIL_NOW = /^now(\/[a-zA-Z]+)?$/;

/** Why new traces cannot be followed, in words; undefined when they can. */
export function whyNotLive(target: PanelTarget | undefined, range: TimeRange): string | undefined {
  if (config.publicDashboardAccessToken) {
    return t('live.not-public', 'Live is not available on public dashboards.');
  }
  if (!UNTIL_NOW.test(String(range.raw.to))) {
    return t('live.not-now', 'Live needs a time range that ends now.');
  }
  if (target?.within?.start) {
    return t('live.not-within', 'The list is of one point of a chart, where nothing new comes.');
  }
  return config.liveEnabled ? undefined : t('live.turned-off', 'Grafana Live is turned off in this Grafana.');
}
