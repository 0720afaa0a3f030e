// The provisioned dashboards: an overview, three analytics views, one per model type, and the
// traces page.
import { analytics } from './analytics.mjs';
import { VIEWS } from './dashboard.mjs';
import { overview } from './overview.mjs';
import { traces } from './traces.mjs';

/** File name to dashboard. */
export const dashboards = {
  ...Object.fromEntries(VIEWS.map((view) => [`${view.uid}.json`, analytics(view)])),
  'modeltrace-overview.json': overview(),
  'modeltrace-traces.json': traces(),
};
