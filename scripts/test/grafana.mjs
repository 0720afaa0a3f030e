import { inRoot } from '../setup/paths.mjs';
import { playwright } from './playwright.mjs';

/** Said where there is no Grafana: nothing passed and nothing failed. */
export const GRAFANA_NOT_RUN =
  'not run: the journeys through a real Grafana. Set GRAFANA_URL to one with these plugins and provisioning files.';

/** The journeys through the Grafana at GRAFANA_URL. Without one they count as skipped, never as passed. */
export const grafanaJourneys = (chromium) =>
  process.env.GRAFANA_URL
    ? playwright(inRoot('e2e'), chromium)
    : async () => ({ passed: 0, failed: 0, skipped: [GRAFANA_NOT_RUN] });
