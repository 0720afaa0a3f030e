import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectState,
  VariableDependencyConfig,
  sceneGraph,
} from '@grafana/scenes';
import type { DashboardLink } from '@grafana/schema';
import { LinkButton, Stack } from '@grafana/ui';
import { unsupported } from './model';

interface DashboardLinksState extends SceneObjectState {
  links: DashboardLink[];
}

/** The links of a dashboard, beside its variables. */
export class DashboardLinks extends SceneObjectBase<DashboardLinksState> {
  static readonly Component = Links;

  /** Drawn again when a variable that a link carries along changes. */
  protected override readonly _variableDependency = new VariableDependencyConfig<DashboardLinksState>(this, {
    onAnyVariableChanged: () => {
      this.forceRender();
    },
  });

  /** @throws Error for a kind of link that the workbench does not have */
  constructor(links: DashboardLink[]) {
    const other = links.find((link) => link.type !== 'link' || link.asDropdown);
    if (other) {
      throw unsupported(`the dashboard link "${other.title}", which is a list of dashboards`);
    }
    super({ links });
  }
}

function Links({ model }: SceneComponentProps<DashboardLinks>) {
  const { links } = model.useState();
  // The address carries the time range, so it is drawn again when that changes.
  sceneGraph.getTimeRange(model).useState();
  return (
    // Where they have no room beside the variables they go to the next line together.
    <Stack wrap="wrap" gap={1}>
      {links.map((link) => (
        <LinkButton
          key={link.title}
          href={hrefOf(model, link)}
          target={link.targetBlank ? '_blank' : undefined}
          rel="noreferrer"
          tooltip={link.tooltip || undefined}
          variant="secondary"
          size="sm"
          data-testid="data-testid dashboard-link"
        >
          {link.title}
        </LinkButton>
      ))}
    </Stack>
  );
}

function hrefOf(model: DashboardLinks, link: DashboardLink): string {
  const carried = [link.keepTime && '${__url_time_range}', link.includeVars && '${__all_variables}'].filter(Boolean);
  const url = link.url ?? '';
  const joined = carried.length > 0 ? `${url}${url.includes('?') ? '&' : '?'}${carried.join('&')}` : url;
  return sceneGraph.interpolate(model, joined);
}
