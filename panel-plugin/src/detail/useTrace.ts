import { useEffect, useState } from 'react';
import type { PanelSource } from '../source/panelSource';
import { fetchTrace, type TraceDetail } from './fetchTrace';

export type TraceState =
  { kind: 'loading' } | { kind: 'failed'; error: unknown; retry: () => void } | { kind: 'loaded'; trace: TraceDetail };

interface Answer {
  requestId: string;
  attempt: number;
  trace?: TraceDetail;
  error?: unknown;
}

/** One trace by id, asked for anew whenever the source is another object. Answers that come after another id was asked for are dropped. */
export function useTrace(source: PanelSource | null | undefined, requestId: string): TraceState {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let wanted = true;
    const keep = (outcome: Pick<Answer, 'trace' | 'error'>) => {
      if (wanted) {
        setAnswer({ requestId, attempt, ...outcome });
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

  if (answer?.requestId !== requestId || answer.attempt !== attempt) {
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
