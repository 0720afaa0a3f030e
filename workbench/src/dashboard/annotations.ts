import { dataLayers } from '@grafana/scenes';
import type { SavedAnnotation } from './model';

/** The annotation queries of a dashboard. Grafana's own one, of annotations stored in Grafana, has nothing here. */
export function toAnnotationLayers(saved: SavedAnnotation[]): dataLayers.AnnotationsDataLayer[] {
  return saved
    .filter(({ builtIn }) => !builtIn)
    .map(
      (query, index) =>
        new dataLayers.AnnotationsDataLayer({
          key: `annotations-${index}`,
          name: query.name,
          query,
          isEnabled: query.enable,
          isHidden: Boolean(query.hide),
        }),
    );
}
