import type { Store } from '../../store/store.js';
import { selectionParts } from '../selection/selectionSql.js';
import type { PercentileMethod } from './aggregatesSql.js';
import { bucketsHoldCells } from './intervalSql.js';
import type { MetricsRequest } from './metricsRequest.js';
import { percentileMethod, sampledPercentiles } from './percentileMethod.js';
import { type Cells, fullCells, isSubset, type Rollup, ROLLUPS } from './rollups.js';
import type { TimeZones } from './timeZones.js';

/** How an answer is computed. */
export interface Plan {
  /** Undefined when no percentile is asked for. */
  method: PercentileMethod | undefined;
  /** The rollup to read and its full cells in the range; absent when all rows are read. */
  cells?: Cells & { rollup: Rollup };
}

/** With fewer full cells than this, two ways to read cost more than the rows. */
const MIN_CELLS = 4;

/**
 * Decides how a request is answered: exact percentiles need all rows; all else comes from the widest rollup that knows
 * the request's columns and whose cells no bucket cuts.
 * @param request Its time zone has been checked.
 */
export async function planMetrics(request: MetricsRequest, store: Store, timeZones: TimeZones): Promise<Plan> {
  const parts = selectionParts(request);
  const samples = sampledPercentiles(request);
  const choice = samples.length === 0 ? undefined : await percentileMethod(request, parts, samples, store);
  if (choice?.withRollup === 'exact') return { method: 'exact' };
  const cells = await servingCells(request, samples.length > 0, timeZones);
  return cells ? { method: choice?.withRollup, cells } : { method: choice?.withoutRollup };
}

/** The full cells of the widest rollup that can answer the request. */
async function servingCells(
  request: MetricsRequest,
  wantsSketches: boolean,
  timeZones: TimeZones,
): Promise<Plan['cells'] | undefined> {
  const { rest, from = '', to = '' } = selectionParts(request);
  const { interval } = request;
  const columns = new Set<string>([...rest.columns, ...(request.group_by ?? [])]);
  const aligned = await timeZones.alignedCells(request.time_zone, Date.parse(request.from));
  for (const rollup of ROLLUPS) {
    const cells = fullCells(rollup.cellSeconds, from, to);
    const serves =
      isSubset(columns, rollup.keys) &&
      (rollup.hasSketches || !wantsSketches) &&
      cells.end - cells.first >= MIN_CELLS &&
      (interval === undefined || (aligned.has(rollup.cellSeconds) && bucketsHoldCells(interval, rollup.cellSeconds)));
    if (serves) return { rollup, ...cells };
  }
  return undefined;
}
