import { dateTime, type DataFrame, type DataQueryResponse, type PanelData } from '@grafana/data';
import { useEffect, useId, useRef, useState } from 'react';
import { last, type Observable } from 'rxjs';
import { queryError } from '../errors/queryError';
import type { PanelTarget } from '../frames/frameOrigin';
import { readFrames } from '../frames/readFrames';
import { requestOf, runTarget } from '../selection/runTarget';
import { tracesTarget } from '../selection/tracesTarget';

/** Of all time. Clocks of senders may be ahead, hence the day. */
const BEFORE_ALL = '2000-01-01T00:00:00Z';

/** `unknown` where it could not be found out, as when a search stopped early. */
export type NewestTrace =
  { kind: 'looking' } | { kind: 'none' } | { kind: 'unknown' } | { kind: 'found'; timeMs: number };

/** Milliseconds for which an answer holds: an empty list that is refreshed every few seconds asks all of time once a minute. */
const KEPT_FOR_MS = 60_000;

interface KeptAnswer {
  atMs: number;
  newest: NewestTrace;
}

const answers = new Map<string, KeptAnswer>();

/** The newest trace of any time that the list would show, were it not for its time range. */
export function useNewestTrace(panelData: PanelData): NewestTrace {
  const runId = useId();
  const [answer, setAnswer] = useState<{ of: string; newest: NewestTrace }>();
  const key = keyOf(panelData);
  // Too old an answer is shown until there is another.
  const kept = answers.get(key);
  const isKept = kept !== undefined && isFresh(kept);
  // A refresh asks the same; it is no reason to look again, nor to forget what is being looked for.
  const latest = useRef(panelData);
  useEffect(() => {
    latest.current = panelData;
  }, [panelData]);
  useEffect(() => {
    const keep = (newest: NewestTrace) => {
      setAnswer({ of: key, newest });
      if (newest.kind !== 'unknown') {
        keepAnswer(key, newest);
      }
    };
    if (isKept) {
      return undefined;
    }
    const asked = latest.current;
    const target = tracesTarget(asked);
    if (!target) {
      keep({ kind: 'unknown' });
      return undefined;
    }
    const subscription = askFor(asked, target, `newest-${runId}`)
      .pipe(last())
      .subscribe({
        next: (response) => {
          keep(queryError(response) === undefined ? newestOf(response.data as DataFrame[]) : { kind: 'unknown' });
        },
        error: () => {
          keep({ kind: 'unknown' });
        },
      });
    return () => {
      subscription.unsubscribe();
    };
  }, [key, isKept, runId]);
  return answer?.of === key ? answer.newest : (kept?.newest ?? { kind: 'looking' });
}

/** For tests: what was found before is looked for again. */
export function forgetNewestTraces(): void {
  answers.clear();
}

/** Those of selections that nobody has looked at for a while are let go. */
function keepAnswer(key: string, newest: NewestTrace): void {
  for (const [other, kept] of answers) {
    if (!isFresh(kept)) {
      answers.delete(other);
    }
  }
  answers.set(key, { atMs: Date.now(), newest });
}

function isFresh({ atMs }: KeptAnswer): boolean {
  return Date.now() - atMs < KEPT_FOR_MS;
}

/** Equal for the same selection: the query as it is saved and with the values of its variables, and the dashboard's filters. */
function keyOf(panelData: PanelData): string {
  const { request, series } = panelData;
  return JSON.stringify([tracesTarget(panelData), tracesTarget({ series }), request?.filters]);
}

function askFor(panelData: PanelData, target: PanelTarget, id: string): Observable<DataQueryResponse> {
  const from = dateTime(BEFORE_ALL);
  const to = dateTime().add(1, 'd');
  const range = { from, to, raw: { from, to } };
  const wide = { ...target, sort: 'start_time', order: 'desc' as const, limit: 1, live: false };
  return runTarget({ ...requestOf(panelData), range }, wide, id);
}

function newestOf(frames: readonly DataFrame[]): NewestTrace {
  const read = readFrames(frames);
  const page = read.kind === 'traces' ? read.pages[0] : undefined;
  const timeMs = page && page.length > 0 ? page.row(0).startTimeMs : null;
  if (timeMs !== null) {
    return { kind: 'found', timeMs };
  }
  return page?.stop ? { kind: 'unknown' } : { kind: 'none' };
}
