import { startTransition, useEffect, useState } from 'react';
import type { PanelSource } from '../source/panelSource';
import { fetchTrace, type TraceDetail } from './fetchTrace';

export type TraceState =
  { kind: 'loading' } | { kind: 'failed'; error: unknown; retry: () => void } | { kind: 'loaded'; trace: TraceDetail };

interface Answer {
  source: PanelSource | null | undefined;
  requestId: string;
  attempt: number;
  trace?: TraceDetail;
  error?: unknown;
}

/** One trace by id, asked for anew whenever the source is another object. Answers of another id or source are dropped. */
export function useTrace(source: PanelSource | null | undefined, requestId: string): TraceState {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let wanted = true;
    const keep = (outcome: Pick<Answer, 'trace' | 'error'>) => {
      if (wanted) {
        // A trace has many parts: they are made in slices, so that the page answers meanwhile.
        startTransition(() => {
          setAnswer({ source, requestId, attempt, ...outcome });
        });
      }
    };
    if (source !== undefined) {
      fetchTrace(source, requestId).then(
        (trace) => {
          keep({ trace });
        },
        (error: unknown) => {
          keep({ error });
        }
      );
    }
    return () => {
      wanted = false;
    };
  }, [source, requestId, attempt]);

  if (answer?.source !== source || answer?.requestId !== requestId || answer.attempt !== attempt) {
    return { kind: 'loading' };
  }
  return answer.trace
    ? { kind: 'loaded', trace: answer.trace }
    : {
        kind: 'failed',
        error: answer.error,
        retry: () => {
          setAttempt(attempt + 1);
        },
      };
}
