import { dateTime, type DataFrame, type DataQueryRequest, type PanelData } from '@grafana/data';
import { useCallback, useEffect, useId, useState } from 'react';
import { last } from 'rxjs';
import { queryError } from '../errors/queryError';
import { requestOf, runTarget } from '../selection/runTarget';
import { readNumbers, type StripNumbers } from './readNumbers';
import { isSameQuestion, stripQuestion, type StripQuestion } from './stripQuestion';
import { stripTarget } from './stripTarget';

/** Milliseconds after which the numbers of a list that new traces come into are asked for again. */
export const LIVE_PAUSE_MS = 10_000;

export interface StripState {
  /** Those of the selection, or while `loading` of the one before. */
  numbers?: StripNumbers;
  loading: boolean;
  error?: unknown;
  /** When the numbers were computed, in milliseconds since 1970. */
  asOfMs?: number;
  retry: () => void;
}

type Answer = Omit<StripState, 'loading' | 'retry'> & { question: StripQuestion; attempt: number };

/**
 * The numbers of exactly the traces that the table lists: asked for beside its rows, with the same query, time range,
 * variables and ad hoc filters, whenever those are asked for. Undefined where there is no single list.
 */
export function useStripNumbers(panelData: PanelData): StripState | undefined {
  const runId = useId();
  const question = useSameQuestion(stripQuestion(panelData));
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();
  // What kept the rows away kept the numbers away, too: when the rows are asked for again, so are these.
  const haveRowsFailed = queryError(panelData) !== undefined;
  const [hadRowsFailed, setHadRowsFailed] = useState(haveRowsFailed);
  if (haveRowsFailed !== hadRowsFailed) {
    setHadRowsFailed(haveRowsFailed);
    setAttempt(haveRowsFailed ? attempt : attempt + 1);
  }
  const retry = useCallback(() => {
    setAttempt((before) => before + 1);
  }, []);
  const isLive = question?.target.live === true;

  useEffect(() => {
    if (!isLive) {
      return undefined;
    }
    const timer = setInterval(retry, LIVE_PAUSE_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isLive, retry]);

  useEffect(() => {
    if (!question) {
      return undefined;
    }
    const asOfMs = Date.now();
    const keep = (outcome: Pick<StripState, 'numbers' | 'error'>) => {
      setAnswer({ question, attempt, asOfMs, ...outcome });
    };
    const subscription = runTarget(requestFor(question), stripTarget(question.target), `strip-${runId}`)
      .pipe(last())
      .subscribe({
        next: (response) => {
          const error = queryError(response);
          keep(error === undefined ? { numbers: readNumbers(response.data as DataFrame[]) } : { error });
        },
        error: (error: unknown) => {
          keep({ error });
        },
      });
    return () => {
      subscription.unsubscribe();
    };
  }, [question, attempt, runId]);

  return question && stateOf(answer, question, attempt, retry);
}

function stateOf(answer: Answer | undefined, question: StripQuestion, attempt: number, retry: () => void): StripState {
  // Between two looks at a live list its numbers are not out of date enough to be shown as such.
  const isCurrent = answer?.question === question && (answer.attempt === attempt || question.target.live === true);
  return {
    loading: !isCurrent,
    retry,
    ...(answer?.numbers && { numbers: answer.numbers }),
    ...(answer?.asOfMs !== undefined && { asOfMs: answer.asOfMs }),
    ...(isCurrent && answer.error !== undefined && { error: answer.error }),
  };
}

/** The same object for as long as the question is the same, however often Grafana hands new objects on. */
function useSameQuestion(current: StripQuestion | undefined): StripQuestion | undefined {
  const [kept, setKept] = useState(current);
  const isSame = isSameQuestion(current, kept);
  if (!isSame) {
    setKept(current);
  }
  return isSame ? kept : current;
}

/** New traces of a live list lie after the end of the range that was asked for. */
function requestFor({ panelData, target }: StripQuestion): DataQueryRequest {
  const request = requestOf(panelData);
  const now = dateTime();
  return target.live === true && now.valueOf() > request.range.to.valueOf()
    ? { ...request, range: { ...request.range, to: now } }
    : request;
}
