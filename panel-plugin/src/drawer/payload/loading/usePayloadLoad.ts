import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { PayloadLoad } from './PayloadLoad';
import { PayloadLoads, type PayloadForm, type PayloadOwner } from './PayloadLoads';

interface Shown {
  /** Undefined before it was wanted. */
  load: PayloadLoad | undefined;
  /** Changes whenever there is more to show. */
  version: number;
  /** Reads again. */
  retry: () => void;
}

/**
 * A payload in one form, read when it is first wanted and kept for as long as the caller is in the page.
 * @param isWanted false while the payload is not seen: then nothing is read
 */
export function usePayloadLoad(owner: PayloadOwner, form: PayloadForm, isWanted: boolean): Shown {
  const [held, setHeld] = useState(() => ({ owner, loads: new PayloadLoads(owner) }));
  let { loads } = held;
  if (!isSame(held.owner, owner)) {
    loads = new PayloadLoads(owner);
    setHeld({ owner, loads });
  }
  useEffect(
    () => () => {
      loads.abort();
    },
    [loads]
  );
  useEffect(() => {
    if (isWanted) {
      loads.want(form);
    }
  }, [loads, form, isWanted]);

  const version = useSyncExternalStore(loads.subscribe, loads.getVersion);
  const retry = useCallback(() => {
    loads.retry(form);
  }, [loads, form]);
  return { load: loads.of(form), version, retry };
}

function isSame(a: PayloadOwner, b: PayloadOwner): boolean {
  return a.source === b.source && a.trace === b.trace && a.side === b.side && a.modelNote === b.modelNote;
}
