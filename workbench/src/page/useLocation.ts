import { locationService } from '@grafana/runtime';
import { useSyncExternalStore } from 'react';
import type { Location, Navigator } from 'react-router-dom';

/** Grafana's history as the page uses it. The package's own type needs types that do not come with it. */
interface PageHistory extends Navigator {
  location: Location;
  listen(changed: () => void): () => void;
}

export const pageHistory = locationService.getHistory() as unknown as PageHistory;

const subscribe = (changed: () => void) => pageHistory.listen(changed);

/** The page's address, followed as it changes. */
export function useLocation(): Location {
  return useSyncExternalStore(subscribe, () => pageHistory.location);
}
