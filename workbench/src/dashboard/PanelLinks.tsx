import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectState,
  VariableDependencyConfig,
  sceneGraph,
} from '@grafana/scenes';
import { Icon, Tooltip } from '@grafana/ui';
import type { PanelLink } from './model';

interface PanelLinksState extends SceneObjectState {
  links: PanelLink[];
}

/** The links of a panel, at its title as in Grafana. */
export class PanelLinks extends SceneObjectBase<PanelLinksState> {
  static readonly Component = Links;

  protected override readonly _variableDependency = new VariableDependencyConfig<PanelLinksState>(this, {
    onAnyVariableChanged: () => {
      this.forceRender();
    },
  });

  constructor(links: PanelLink[]) {
    super({ links });
  }
}

function Links({ model }: SceneComponentProps<PanelLinks>) {
  const { links } = model.useState();
  // Addresses carry the time range.
  sceneGraph.getTimeRange(model).useState();
  return links.map(({ title, url, targetBlank }) => (
    <Tooltip key={title} content={title}>
      <a
        href={sceneGraph.interpolate(model, url)}
        target={targetBlank ? '_blank' : undefined}
        rel="noreferrer"
        aria-label={title}
      >
        <Icon name="external-link-alt" />
      </a>
    </Tooltip>
  ));
}
