import {
  ControlsLabel,
  dataLayers,
  type SceneComponentProps,
  SceneDataLayerSet,
  SceneObjectBase,
} from '@grafana/scenes';

/** A switch for each annotation of a dashboard, by its name. */
export class AnnotationControls extends SceneObjectBase {
  static readonly Component = Controls;
}

function Controls({ model }: SceneComponentProps<AnnotationControls>) {
  const { $data } = model.getRoot().state;
  const layers = $data instanceof SceneDataLayerSet ? $data.state.layers : [];
  return layers
    .filter((layer) => layer instanceof dataLayers.AnnotationsDataLayer)
    .map((layer) => <LayerSwitch key={layer.state.key} layer={layer} />);
}

function LayerSwitch({ layer }: { layer: dataLayers.AnnotationsDataLayer }) {
  const { name, isHidden } = layer.useState();
  return isHidden ? null : (
    <div style={{ display: 'flex' }}>
      <ControlsLabel htmlFor={`data-layer-${layer.state.key ?? ''}`} label={name} />
      <layer.Component model={layer} />
    </div>
  );
}
