import { LoadingPlaceholder } from '@grafana/ui';
import React, { type ComponentType, type FunctionComponent, lazy, Suspense } from 'react';

/**
 * A component whose code is fetched when it is first shown. Dashboards load the data source without its editors, and
 * Grafana shows plugin components outside of any Suspense of its own.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function LazilyLoaded(props: P) {
    return (
      <Suspense fallback={<LoadingPlaceholder text="Loading editor" />}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
