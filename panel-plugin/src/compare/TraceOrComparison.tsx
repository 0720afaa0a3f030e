import React, { lazy, type ComponentProps, type ReactNode } from 'react';
import { useComparedId } from './compareUrl';

/** Loaded when first needed: most traces are compared with no other. */
const CompareView = lazy(() => import('./CompareView'));

type Props = Omit<ComponentProps<typeof CompareView>, 'rightId'> & {
  /** The open trace by itself. */
  children: ReactNode;
};

/** The open trace, or, while the URL names another one to compare it with, both. */
export function TraceOrComparison({ children, ...props }: Props) {
  const rightId = useComparedId();
  return rightId === undefined ? children : <CompareView {...props} rightId={rightId} />;
}
