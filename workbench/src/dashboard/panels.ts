import { SceneGridItem, type SceneGridItemLike, SceneGridRow, SceneQueryRunner, VizPanel } from '@grafana/scenes';
import { type PanelModel, unsupported } from './model';
import { PanelLinks } from './PanelLinks';
import { panelMenu } from './panelMenu';
import { PanelNotices } from './PanelNotices';

/** Grafana's name for a panel whose queries go to several data sources. */
const MIXED_DATA_SOURCE = '-- Mixed --';

/** Panels as grid items. Panels below a row belong to it up to the next row, as in Grafana. */
export function toGridItems(panels: PanelModel[]): SceneGridItemLike[] {
  const items: SceneGridItemLike[] = [];
  let row: { scene: SceneGridRow; children: SceneGridItemLike[] } | undefined;
  for (const panel of panels) {
    if (panel.type === 'row') {
      const children = (panel.panels ?? []).map(toGridItem);
      const scene = new SceneGridRow({
        title: panel.title,
        y: panel.gridPos.y,
        isCollapsed: panel.collapsed,
        children,
      });
      items.push(scene);
      row = panel.collapsed ? undefined : { scene, children };
    } else if (row) {
      row.children.push(toGridItem(panel));
      row.scene.setState({ children: [...row.children] });
    } else {
      items.push(toGridItem(panel));
    }
  }
  return items;
}

function toGridItem(panel: PanelModel): SceneGridItem {
  const { x, y, w: width, h: height } = panel.gridPos;
  return new SceneGridItem({ x, y, width, height, body: toVizPanel(panel) });
}

function toVizPanel(panel: PanelModel): VizPanel {
  return new VizPanel({
    key: `panel-${panel.id}`,
    pluginId: panel.type,
    pluginVersion: panel.pluginVersion,
    title: panel.title ?? '',
    description: panel.description,
    displayMode: panel.transparent ? 'transparent' : 'default',
    hoverHeader: !panel.title,
    options: panel.options ?? {},
    fieldConfig: panel.fieldConfig ?? { defaults: {}, overrides: [] },
    titleItems: [new PanelNotices({}), ...(panel.links?.length ? [new PanelLinks(panel.links)] : [])],
    ...(panel.targets?.length ? { menu: panelMenu() } : {}),
    $data: toData(panel),
  });
}

function toData({ title, datasource, targets = [], maxDataPoints, interval }: PanelModel) {
  if (datasource?.uid === MIXED_DATA_SOURCE) {
    throw unsupported(`the mixed data source of panel "${title ?? ''}"`);
  }
  if (targets.length === 0) {
    return undefined;
  }
  return new SceneQueryRunner({ datasource, queries: targets, maxDataPoints, minInterval: interval });
}
