import type { components } from '../../contract/api.gen.js';

/** What to compute over traces. */
export type MetricsRequest = components['schemas']['MetricsRequest'];
