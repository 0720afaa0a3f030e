import type { AnnotationQuery } from '@grafana/data';
import { isRunnable } from '../query/isRunnable';
import type { ModeltraceQuery } from '../types';
import { annotationSupport } from './annotationSupport';

type Saved = AnnotationQuery<ModeltraceQuery>;
const base = { name: 'Deployments', enable: true, iconColor: 'red' };
const prepare = (saved: object) => annotationSupport.prepareAnnotation?.(saved) as Saved & { query?: object };

it('a new annotation asks for events at once', () => {
  const annotation = prepare(base);
  expect(annotation.target).toMatchObject({ refId: 'Anno', queryType: 'annotations', schemaVersion: 2 });
  expect(isRunnable(annotationSupport.prepareQuery?.(annotation) as ModeltraceQuery)).toBe(true);
});

it('an annotation of another data source keeps what both understand', () => {
  const annotation = prepare({ ...base, target: { refId: 'X', expr: 'up' } });
  expect(annotation.target).toMatchObject({ refId: 'X', queryType: 'annotations' });
  expect(annotation.target).not.toHaveProperty('expr');
});

it('a saved annotation is not changed by being opened, whatever it asks for', () => {
  const events = {
    ...base,
    target: { refId: 'Anno', schemaVersion: 2, queryType: 'annotations', kinds: ['error-burst'] },
  };
  const traces = { ...base, target: { refId: 'Anno', schemaVersion: 2, queryType: 'traces' } };
  expect(prepare(events)).toBe(events);
  expect(prepare(traces)).toBe(traces);
});

it('an annotation of a dashboard of the second schema asks for what its query says', () => {
  const spec = { refId: 'Anno', schemaVersion: 2, queryType: 'annotations', kinds: ['deployment'] };
  const saved = { ...base, query: { kind: 'DataQuery', spec } };
  expect(annotationSupport.prepareQuery?.(saved as never)).toBe(spec);
  expect(prepare(saved)).toEqual({ ...saved, target: spec });
  expect(prepare({ ...base, query: { spec: {} } }).query).toMatchObject({ spec: { queryType: 'annotations' } });
});
