import {
  ControlsLabel,
  type SceneComponentProps,
  SceneDataLayerSet,
  SceneObjectBase,
  type dataLayers,
} from '@grafana/scenes';

type Layer = dataLayers.AnnotationsDataLayer;

/** A switch for each annotation of a dashboard, by its name. */
export class AnnotationControls extends SceneObjectBase {
  static readonly Component = Controls;
}

function Controls({ model }: SceneComponentProps<AnnotationControls>) {
  const { $data } = model.getRoot().state;
  const layers = $data instanceof SceneDataLayerSet ? ($data.state.layers as Layer[]) : [];
  return layers.map((layer) => <LayerSwitch key={layer.state.key} layer={layer} />);
}

function LayerSwitch({ layer }: { layer: Layer }) {
  const { name, isHidden } = layer.useState();
  return isHidden ? null : (
    <div style={{ display: 'flex' }}>
      <ControlsLabel htmlFor={`data-layer-${layer.state.key ?? ''}`} label={name} />
      <layer.Component model={layer} />
    </div>
  );
}
