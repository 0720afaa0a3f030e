import type { AnnotationsQuery } from '../types';

export type AnnotationKind = NonNullable<AnnotationsQuery['kinds']>[number];

/** Events that can be marked on charts, in words. */
export const ANNOTATION_KINDS: Readonly<Record<AnnotationKind, { label: string; description: string }>> = {
  deployment: { label: 'Deployments', description: 'A model is deployed' },
  'version-change': { label: 'Version changes', description: 'A deployment gets another version' },
  'replica-change': { label: 'Replica changes', description: 'A deployment gets more or fewer replicas' },
  'error-burst': { label: 'Error bursts', description: 'Many requests of an interval fail' },
};
