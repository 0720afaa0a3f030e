import { useEffect, useState } from 'react';
import { LIMITS } from '../contract/constants.gen';
import { getResource, type PanelSource } from '../source/panelSource';

/** Milliseconds without a key press after which it is asked whether a text is a request id. */
const ASK_PAUSE_MS = 300;

/** What is made to be unique has a digit somewhere and no blanks; anything else is a word that is looked for. */
function mayBeRequestId(text: string): boolean {
  return text.length >= 6 && text.length <= LIMITS.SearchText.maxLength && /\d/.test(text) && !/\s/.test(text);
}

/**
 * The text, when it is exactly the request id of a trace, of any time. While `isWanted` is false nothing is asked.
 */
export function useRequestId(
  source: PanelSource | null | undefined,
  typed: string,
  isWanted: boolean
): string | undefined {
  const text = typed.trim();
  const [found, setFound] = useState<string>();
  const isAsked = isWanted && source !== undefined && source !== null && mayBeRequestId(text) && found !== text;
  useEffect(() => {
    if (!isAsked) {
      return undefined;
    }
    const asking = new AbortController();
    const timer = setTimeout(() => {
      getResource(source, 'trace', { request_id: text, payload: 'preview' }, asking.signal).then(
        () => {
          if (!asking.signal.aborted) {
            setFound(text);
          }
        },
        // There is no such trace, or it cannot be told: the text is searched for like any other.
        () => undefined
      );
    }, ASK_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [isAsked, source, text]);
  return found === text ? found : undefined;
}
