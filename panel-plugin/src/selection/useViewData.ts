import { LoadingState, type DataFrame, type DataQueryResponse, type PanelData } from '@grafana/data';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { queryError } from '../errors/queryError';
import type { PanelTarget } from '../frames/frameOrigin';
import type { ViewStateHandle } from '../state/useViewState';
import { requestOf, runTarget } from './runTarget';
import { tracesTarget } from './tracesTarget';
import { viewDiffers, viewTarget } from './viewTarget';

/** What is asked because the viewer chose something: the same object for as long as it is the same question. */
interface Question {
  panelData: PanelData;
  /** Grows each time the same is asked again. */
  attempt: number;
  target: PanelTarget;
}

interface Answer {
  question: Question;
  data: PanelData;
}

interface ViewData {
  /** Its `request` has the query that is asked, so that pages, numbers and exports are of that one. */
  panelData: PanelData;
  /** Asks for the same again, as after a failure. */
  retry: () => void;
}

/**
 * The rows to show: those of the panel's own query while the viewer chose nothing besides, else those of a query of the
 * same data source that adds what was chosen. It is asked anew whenever the dashboard asks its own.
 */
export function useViewData(panelData: PanelData, { view, inVariables }: ViewStateHandle): ViewData {
  const runId = useId();
  const asked = useLastRequest(panelData);
  const target = tracesTarget(asked);
  // Only Grafana can ask its own query again, and lets no panel tell it to. What it asks next begins anew.
  const [attempt, setAttempt] = useState(0);
  const [attempted, setAttempted] = useState(asked);
  if (attempted !== asked) {
    setAttempted(asked);
    setAttempt(0);
  }
  const targetText =
    target && (attempt > 0 || viewDiffers(view, inVariables))
      ? JSON.stringify(viewTarget(target, view, inVariables))
      : '';
  const question = useMemo<Question | undefined>(
    () =>
      targetText === '' ? undefined : { panelData: asked, attempt, target: JSON.parse(targetText) as PanelTarget },
    [asked, attempt, targetText]
  );
  const retry = useCallback(() => {
    setAttempt((before) => before + 1);
  }, [setAttempt]);
  const [answer, setAnswer] = useState<Answer>();
  // A link that brings a filter along begins without rows: those of the dashboard's own query do not match it.
  const [hasShownOwn, setShownOwn] = useState(false);
  if (!question && !hasShownOwn && panelData.state !== LoadingState.Loading) {
    setShownOwn(true);
  }
  // What was shown without a fault last.
  const shown = useRef<PanelData>(undefined);

  useEffect(() => {
    if (!question) {
      return undefined;
    }
    const base = askedBy(question);
    const subscription = runTarget(requestOf(question.panelData), question.target, `view-${runId}`).subscribe({
      next: (response) => {
        setAnswer({ question, data: answered(base, response, shown.current) });
      },
      error: (error: unknown) => {
        setAnswer({ question, data: failed(base, [errorOf(error)], shown.current) });
      },
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [question, runId]);

  const data = useMemo(() => {
    if (!question) {
      return panelData;
    }
    if (answer?.question === question) {
      return answer.data;
    }
    // The rows before stay until the new ones come.
    const series = answer?.data.series ?? (hasShownOwn ? panelData.series : []);
    return { ...askedBy(question), series, state: LoadingState.Loading };
  }, [question, answer, panelData, hasShownOwn]);
  useEffect(() => {
    const isWhole = data.state === LoadingState.Done || data.state === LoadingState.Streaming;
    if (isWhole && queryError(data) === undefined) {
      shown.current = data;
    }
  }, [data]);
  return useMemo(() => ({ panelData: data, retry }), [data, retry]);
}

/** Where the data of a panel says what failed: the dashboard's own query, not the one that is asked instead. */
const ERRORS = ['error', 'errors'];

/** The dashboard's data as if its own query were the one that is asked. */
function askedBy({ panelData, target }: Question): PanelData {
  const own = Object.entries(panelData).filter(([name]) => !ERRORS.includes(name));
  return {
    ...(Object.fromEntries(own) as unknown as PanelData),
    request: { ...requestOf(panelData), targets: [target] },
  };
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

function answered(base: PanelData, response: DataQueryResponse, before: PanelData | undefined): PanelData {
  const error = queryError(response);
  const errors = response.errors?.length ? response.errors : error === undefined ? [] : [errorOf(error)];
  const series = response.data as DataFrame[];
  if (errors.length > 0) {
    return series.some(({ length }) => length > 0)
      ? { ...base, series, state: LoadingState.Error, errors }
      : failed(base, errors, before);
  }
  return { ...base, series, state: response.state ?? LoadingState.Done };
}

/** The rows of before stay, and with them the query that they are of; so pages, numbers and exports still fit them. */
function failed(base: PanelData, errors: PanelData['errors'] & {}, before: PanelData | undefined): PanelData {
  return { ...(before ?? { ...base, series: [] }), state: LoadingState.Error, errors };
}

function errorOf(error: unknown): NonNullable<PanelData['errors']>[number] {
  return typeof error === 'object' && error !== null ? error : { message: String(error) };
}
