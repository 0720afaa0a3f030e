import { EXTERNAL_LANES } from './externalLanes.js';
import { HOSTED_LANES } from './hostedLanes.js';
import type { DemoLane } from './lane.js';

/** All lanes of the demo. Order matters: a lane's place is part of what rows are made from. */
export const LANES: readonly DemoLane[] = [...HOSTED_LANES, ...EXTERNAL_LANES];
