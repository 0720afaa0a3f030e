import type { PanelData } from '@grafana/data';
import { targetsOf, type PanelTarget } from '../frames/frameOrigin';

/** The panel's query of type `traces`: the one of `refId`, else the first that is not hidden. */
export function tracesTarget(
  panelData: Pick<PanelData, 'request' | 'series'>,
  refId?: string
): PanelTarget | undefined {
  const targets = targetsOf(panelData).filter((candidate) => !candidate.hide);
  const target = targets.find((candidate) => candidate.refId === refId) ?? targets[0];
  return target?.queryType === 'traces' ? target : undefined;
}
