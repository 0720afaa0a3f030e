import { LoadingState, type PanelData } from '@grafana/data';
import { targetsOf, type PanelTarget } from '../frames/frameOrigin';
import { isFollowed, liveRange } from '../live/liveRange';
import { tracesTarget } from './tracesTarget';
import { ALL_MODELS } from '../state/viewState';

/** The traces of the table, all of its pages. */
export interface SelectedTraces {
  /** The table's query with the values of its variables. */
  query: PanelTarget;
  /** Inclusive and exclusive, RFC 3339. */
  from: string;
  to: string;
  /** Name of the model, when all traces are of one. */
  model?: string;
}

/**
 * What the table shows: the query that its frame repeats, for the variables of a dashboard have their values there only.
 * Undefined while there is no such frame, and while it is about to be another one.
 * @param viewModel the model that the viewer chose; '' or ALL_MODELS for none
 */
export function selectedTraces(panelData: PanelData, viewModel: string): SelectedTraces | undefined {
  const asked = tracesTarget(panelData);
  const shown = targetsOf({ series: panelData.series }).filter((target) => target.queryType === 'traces');
  const query = shown.find((target) => target.refId === asked?.refId) ?? shown[0];
  if (!asked || !query || panelData.state === LoadingState.Loading) {
    return undefined;
  }
  const range = panelData.request?.range ?? panelData.timeRange;
  // The rows of a live table are newer than the range that it began with. The strip counts the same ones.
  const { from, to } = isFollowed(query, range) ? liveRange(range, Date.now()) : range;
  const model = modelOf(query, viewModel);
  return {
    query,
    from: from.toISOString(),
    to: to.toISOString(),
    ...(model !== undefined && { model }),
  };
}

function modelOf({ filters }: PanelTarget, viewModel: string): string | undefined {
  if (viewModel !== '' && viewModel !== ALL_MODELS) {
    return viewModel;
  }
  const models = filters?.model ?? [];
  return models.length === 1 ? models[0] : undefined;
}
