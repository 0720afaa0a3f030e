import type { DataFrame, DataQueryRequest, PanelData } from '@grafana/data';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { last } from 'rxjs';
import { queryError } from '../errors/queryError';
import { idsOf } from '../live/arrivals';
import { isFollowed, liveRange } from '../live/liveRange';
import { requestOf, runTarget } from '../selection/runTarget';
import { readNumbers, type StripNumbers } from './readNumbers';
import { recountPauseMs } from './recountPause';
import { isSameQuestion, stripQuestion, type StripQuestion } from './stripQuestion';
import { stripTarget } from './stripTarget';

export interface StripState {
  /** Those of the selection, or while `loading` of the one before. */
  numbers?: StripNumbers;
  loading: boolean;
  error?: unknown;
  /** When the numbers were asked for, in milliseconds since 1970. */
  asOfMs?: number;
  /** Whether traces come into the list by themselves, so that the numbers are of a moment that must be told. */
  isLive: boolean;
  retry: () => void;
}

interface Answer extends Pick<StripState, 'numbers' | 'error'> {
  question: StripQuestion;
  attempt: number;
  asOfMs: number;
  answeredMs: number;
  /** The rows that were there when it was asked for. */
  rows: unknown;
}

/**
 * The numbers of exactly the traces that the table lists: asked for beside its rows, with the same query, time range,
 * variables and ad hoc filters, whenever those are asked for, and soon after the rows of a live list have changed.
 * Undefined where there is no single list.
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
  const rows = idsOf(panelData.series);
  const latestRows = useRef(rows);
  useEffect(() => {
    latestRows.current = rows;
  }, [rows]);

  useEffect(() => {
    if (!question) {
      return undefined;
    }
    const asked = { question, attempt, asOfMs: Date.now(), rows: latestRows.current };
    const keep = (outcome: Pick<StripState, 'numbers' | 'error'>) => {
      setAnswer({ ...asked, answeredMs: Date.now(), ...outcome });
    };
    const subscription = runTarget(requestFor(question, asked.asOfMs), stripTarget(question.target), `strip-${runId}`)
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

  useEffect(() => {
    const isAnswered = answer?.question === question && answer?.attempt === attempt;
    if (!question || !isLive(question) || !isAnswered || answer.rows === rows) {
      return undefined;
    }
    const { asOfMs, answeredMs } = answer;
    const timer = setTimeout(retry, recountPauseMs(answeredMs - asOfMs, Date.now() - answeredMs));
    return () => {
      clearTimeout(timer);
    };
  }, [question, attempt, answer, rows, retry]);

  return question && stateOf(answer, question, attempt, retry);
}

function stateOf(answer: Answer | undefined, question: StripQuestion, attempt: number, retry: () => void): StripState {
  // Numbers of a live list say of when they are, and stay until others come.
  const isCurrent = answer?.question === question && (answer.attempt === attempt || isLive(question));
  return {
    loading: !isCurrent,
    retry,
    isLive: isLive(question),
    ...(answer?.numbers && { numbers: answer.numbers }),
    ...(answer && { asOfMs: answer.asOfMs }),
    ...(isCurrent && answer.error !== undefined && { error: answer.error }),
  };
}

function isLive({ panelData, target }: StripQuestion): boolean {
  return isFollowed(target, requestOf(panelData).range);
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
function requestFor(question: StripQuestion, nowMs: number): DataQueryRequest {
  const request = requestOf(question.panelData);
  return isLive(question) ? { ...request, range: liveRange(request.range, nowMs) } : request;
}
