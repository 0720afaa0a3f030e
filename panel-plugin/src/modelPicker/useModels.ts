import { useCallback, useEffect, useState } from 'react';
import type { PanelSource } from '../source/panelSource';
import { loadModels, type Model } from './models';

export type ModelsState =
  { kind: 'loading' } | { kind: 'failed'; error: unknown; retry: () => void } | { kind: 'loaded'; models: Model[] };

interface Answer {
  source: PanelSource | null;
  attempt: number;
  models?: Model[];
  error?: unknown;
}

/** All models of the data source. */
export function useModels(source: PanelSource | null | undefined): ModelsState {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let wanted = true;
    const keep = (outcome: Pick<Answer, 'models' | 'error'>) => {
      if (wanted) {
        setAnswer({ source: source ?? null, attempt, ...outcome });
      }
    };
    if (source !== undefined) {
      loadModels(source).then(
        (models) => {
          keep({ models });
        },
        (error: unknown) => {
          keep({ error });
        }
      );
    }
    return () => {
      wanted = false;
    };
  }, [source, attempt]);
  const retry = useCallback(() => {
    setAttempt((before) => before + 1);
  }, []);
  if (!answer || answer.source !== source || answer.attempt !== attempt) {
    return { kind: 'loading' };
  }
  return answer.models ? { kind: 'loaded', models: answer.models } : { kind: 'failed', error: answer.error, retry };
}
