import { LoadingState, type PanelData } from '@grafana/data';
import { tracesTarget } from '../selection/tracesTarget';
import { targetsOf, type PanelTarget } from '../frames/frameOrigin';

/** The list that numbers are wanted of. */
export interface StripQuestion {
  panelData: PanelData;
  target: PanelTarget;
  /** Equal for the same question; a refresh makes another one. */
  key: readonly unknown[];
}

/**
 * The list to ask numbers of, as soon as the dashboard asks for its rows. Undefined where there is no single list: rows
 * of several queries, or of another data source.
 */
export function stripQuestion(panelData: PanelData): StripQuestion | undefined {
  const target = tracesTarget(panelData);
  const shown = targetsOf(panelData).filter((candidate) => !candidate.hide);
  if (!target || shown.length !== 1) {
    return undefined;
  }
  return { panelData, target, key: [...runOf(panelData), JSON.stringify(target)] };
}

/** Two runs of the same query differ. In Explore, where a run has no name, its rows tell, unless they come live. */
function runOf({ request, series, state }: PanelData): readonly unknown[] {
  if (request) {
    return [request.requestId, request.range.from.valueOf(), request.range.to.valueOf()];
  }
  return state === LoadingState.Streaming ? ['live'] : [series];
}

/** Whether two questions are the same one. */
export function isSameQuestion(a: StripQuestion | undefined, b: StripQuestion | undefined): boolean {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      a.key.length === b.key.length &&
      a.key.every((part, index) => part === b.key[index]))
  );
}
