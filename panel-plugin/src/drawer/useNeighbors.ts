import { useEffect, useState } from 'react';

/** Request ids of the traces before and after one in the table's list; undefined at its ends. */
export interface Neighbors {
  previous?: string | undefined;
  next?: string | undefined;
}

interface Props {
  requestId: string;
  /** The neighbours among the loaded rows, as far as there are any. */
  loaded: Neighbors;
  /** Tells lists apart: the neighbours in one are not those in another. A refreshed list is the same one. */
  list?: string | undefined;
  /** Asks for the neighbours in the whole list. */
  neighborsOf: ((requestId: string) => Promise<Neighbors>) | undefined;
}

/**
 * The loaded rows know most neighbours. Behind the last loaded row, and for a trace that was opened by a link and is
 * not among them, the server is asked; when it cannot tell, there is no way on in that direction.
 */
export function useNeighbors({ requestId, loaded, list, neighborsOf }: Props): Neighbors {
  const [answer, setAnswer] = useState<Neighbors & { of: string; in: string | undefined }>();
  const isMissing = loaded.previous === undefined || loaded.next === undefined;
  useEffect(() => {
    let wanted = true;
    if (isMissing) {
      neighborsOf?.(requestId).then(
        (neighbors) => {
          if (wanted) {
            setAnswer({ ...neighbors, of: requestId, in: list });
          }
        },
        () => undefined
      );
    }
    return () => {
      wanted = false;
    };
  }, [requestId, isMissing, list, neighborsOf]);
  const asked = answer?.of === requestId && answer.in === list ? answer : undefined;
  return { previous: loaded.previous ?? asked?.previous, next: loaded.next ?? asked?.next };
}
