import { useEffect, useState } from 'react';
import type { PanelSource } from '../../source/panelSource';
import { planExport, type ExportPlan, type ExportRequest } from '../job/exportCalls';

/** How an export would be: not known yet, known, or why it is not. */
export interface Planned {
  plan?: ExportPlan;
  error?: unknown;
}

/** Asks again when another export is meant. */
export function usePlan(source: PanelSource, request: ExportRequest | undefined): Planned {
  const text = request ? JSON.stringify(request) : '';
  const [answer, setAnswer] = useState<Planned & { text: string }>({ text: '' });
  useEffect(() => {
    if (text === '') {
      return undefined;
    }
    const stop = new AbortController();
    planExport(source, JSON.parse(text) as ExportRequest, stop.signal).then(
      (plan) => {
        setAnswer({ text, plan });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) {
          setAnswer({ text, error });
        }
      }
    );
    return () => {
      stop.abort();
    };
  }, [source, text]);
  return answer.text === text ? answer : {};
}
