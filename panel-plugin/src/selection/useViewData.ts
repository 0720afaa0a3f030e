import { LoadingState, type DataFrame, type DataQueryResponse, type PanelData } from '@grafana/data';
import { useEffect, useId, useMemo, useState } from 'react';
import type { PanelTarget } from '../frames/frameOrigin';
import type { ViewStateHandle } from '../state/useViewState';
import { requestOf, runTarget } from './runTarget';
import { tracesTarget } from './tracesTarget';
import { viewDiffers, viewTarget } from './viewTarget';

/** What is asked because the viewer chose something: the same object for as long as it is the same question. */
interface Question {
  panelData: PanelData;
  target: PanelTarget;
}

interface Answer {
  question: Question;
  data: PanelData;
}

/**
 * The rows to show: those of the panel's own query while the viewer chose nothing besides, else those of a query of the
 * same data source that adds what was chosen. It is asked anew whenever the dashboard asks its own. Its `request` has the
 * query that was asked, so that pages, numbers and exports continue that one.
 */
export function useViewData(panelData: PanelData, { view, inVariables }: ViewStateHandle): PanelData {
  const runId = useId();
  const asked = useLastRequest(panelData);
  const target = tracesTarget(asked);
  const targetText =
    target && viewDiffers(view, inVariables) ? JSON.stringify(viewTarget(target, view, inVariables)) : '';
  const question = useMemo<Question | undefined>(
    () => (targetText === '' ? undefined : { panelData: asked, target: JSON.parse(targetText) as PanelTarget }),
    [asked, targetText]
  );
  const [answer, setAnswer] = useState<Answer>();

  useEffect(() => {
    if (!question) {
      return undefined;
    }
    const request = requestOf(question.panelData);
    const base: PanelData = { ...question.panelData, request: { ...request, targets: [question.target] } };
    const subscription = runTarget(request, question.target, `view-${runId}`).subscribe({
      next: (response) => {
        setAnswer({ question, data: answered(base, response) });
      },
      error: (error: unknown) => {
        setAnswer({ question, data: { ...base, series: [], state: LoadingState.Error, errors: [errorOf(error)] } });
      },
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [question, runId]);

  return useMemo(() => {
    if (!question) {
      return panelData;
    }
    // The rows before stay until the new ones come.
    return answer?.question === question
      ? answer.data
      : { ...(answer?.data ?? panelData), state: LoadingState.Loading };
  }, [question, answer, panelData]);
}

/** A dashboard hands on new objects all the time. Only another request, or in Explore other rows, is another question. */
function useLastRequest(panelData: PanelData): PanelData {
  const [last, setLast] = useState(panelData);
  const isSame = panelData.request
    ? panelData.request.requestId === last.request?.requestId
    : !last.request && panelData.series === last.series;
  if (!isSame) {
    setLast(panelData);
  }
  return isSame ? last : panelData;
}

function answered(base: PanelData, response: DataQueryResponse): PanelData {
  const errors = response.errors ?? [];
  return {
    ...base,
    series: response.data as DataFrame[],
    state: errors.length > 0 ? LoadingState.Error : (response.state ?? LoadingState.Done),
    ...(errors.length > 0 && { errors }),
  };
}

function errorOf(error: unknown): NonNullable<PanelData['errors']>[number] {
  return typeof error === 'object' && error !== null ? error : { message: String(error) };
}
