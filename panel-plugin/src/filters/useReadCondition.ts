import { useEffect, useState } from 'react';
import type { PanelSource } from '../source/panelSource';
import { type QueryParseAnswer, readCondition } from './conditionReader';

/** What the trace server says of a text: its answer, or why there is none. */
export interface ReadCondition {
  of: string;
  answer?: QueryParseAnswer;
  error?: unknown;
}

const NO_CONDITION: QueryParseAnswer = {
  text: '',
  ast: null,
  builder: { conjunction: 'and', steps: [] },
  diagnostics: [],
};

/**
 * A condition as the trace server reads it; undefined until it has answered for exactly this text. `pauseMs` without a
 * change of the text go by before it is asked, and what was asked of an older text is given up.
 */
export function useReadCondition(
  source: PanelSource | null | undefined,
  text: string,
  pauseMs = 0
): ReadCondition | undefined {
  const [read, setRead] = useState<ReadCondition>();
  const isEmpty = text.trim() === '';
  useEffect(() => {
    if (isEmpty || source === undefined) {
      return undefined;
    }
    const asking = new AbortController();
    const { signal } = asking;
    const timer = setTimeout(() => {
      readCondition(source, text, signal).then(
        (answer) => {
          if (!signal.aborted) {
            setRead({ of: text, answer });
          }
        },
        (error: unknown) => {
          if (!signal.aborted) {
            setRead({ of: text, error });
          }
        }
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [source, text, isEmpty, pauseMs]);
  if (isEmpty) {
    return { of: text, answer: NO_CONDITION };
  }
  return read?.of === text ? read : undefined;
}
