import { OFFICE_SCENARIOS } from './officeScenarios.js';
import type { Scenario } from './scenario.js';
import { SHOP_SCENARIOS } from './shopScenarios.js';

/** All scenarios; lanes name them by their place. */
export const SCENARIOS: readonly Scenario[] = [...SHOP_SCENARIOS, ...OFFICE_SCENARIOS];
