import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { defaultQuery, withQueryType } from '../query/defaults';
import type { ModeltraceQuery } from '../types';

/** An annotation as dashboards save it: of the first schema with `target`, of the second with `query.spec`. */
type SavedAnnotation = AnnotationQuery<ModeltraceQuery> & { query?: { spec?: ModeltraceQuery } };

const REF_ID = 'Anno';

/**
 * Annotations are queries like those of panels, edited with the same editor: events by default, and a table of traces just
 * as well. Grafana makes events of their frames by the names of their columns.
 */
export const annotationSupport: AnnotationSupport<ModeltraceQuery> = {
  prepareAnnotation: (saved: SavedAnnotation) => {
    const target = saved.target ?? saved.query?.spec;
    // Grafana takes another object for a change to be saved.
    if (target?.queryType) {
      return saved.target ? saved : { ...saved, target };
    }
    const started: ModeltraceQuery = withQueryType({ ...defaultQuery(), ...kept(target) }, 'annotations');
    return { ...saved, target: started, ...(saved.query?.spec && { query: { ...saved.query, spec: started } }) };
  },
  prepareQuery: (annotation: SavedAnnotation) => annotation.target ?? annotation.query?.spec,
};

/** What every query has, whatever data source it was made for. */
function kept(target: Partial<DataQuery> | undefined): Pick<DataQuery, 'refId' | 'hide'> {
  return { refId: target?.refId ?? REF_ID, ...(target?.hide !== undefined && { hide: target.hide }) };
}
