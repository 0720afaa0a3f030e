import type { TimeRange } from '@grafana/data';
import { useEffect, useState } from 'react';
import { LIMITS } from '../contract/constants.gen';
import type { Narrowing } from '../filters/narrowing';
import { postResource, type PanelSource } from '../source/panelSource';
import type { EditedText, QueryCompleteAnswer } from './completion';

/** Milliseconds without a key press after which suggestions are asked for. */
const ASK_PAUSE_MS = 150;

interface Completion extends EditedText {
  answer: QueryCompleteAnswer;
}

/**
 * What could stand at the caret; undefined until the trace server has answered for exactly this text and place. What
 * was asked of an older text is given up. Without an answer a condition can still be typed.
 */
export function useCompletion(
  source: PanelSource | null,
  range: TimeRange,
  narrowing: Narrowing,
  { text, caret }: EditedText,
  isWanted: boolean
): QueryCompleteAnswer | undefined {
  const [completion, setCompletion] = useState<Completion>();
  // As a text, so that the same is not asked again.
  const narrowed = JSON.stringify({ filters: narrowing.filters, condition: narrowing.conditions });
  const [from, to] = [range.from.valueOf(), range.to.valueOf()];
  useEffect(() => {
    if (!isWanted || text.length > LIMITS.QueryText.maxLength) {
      return undefined;
    }
    const asking = new AbortController();
    const timer = setTimeout(() => {
      const body = {
        text,
        position: caret,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        ...(JSON.parse(narrowed) as object),
        limit: LIMITS.QueryCompleteRequest.limit.default,
      };
      postResource(source, 'query/complete', body, asking.signal).then(
        (answer) => {
          if (!asking.signal.aborted) {
            setCompletion({ text, caret, answer: answer as QueryCompleteAnswer });
          }
        },
        () => undefined
      );
    }, ASK_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [source, text, caret, from, to, narrowed, isWanted]);
  return isWanted && completion?.text === text && completion.caret === caret ? completion.answer : undefined;
}
