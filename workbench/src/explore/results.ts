import { type DataFrame, FieldType } from '@grafana/data';

/** Frames that one panel draws. */
export interface ResultGroup {
  pluginId: string;
  frames: DataFrame[];
}

/** Panels by which a frame's `meta.preferredVisualisationType` is drawn. */
const PANEL_OF_TYPE: Partial<Record<string, string>> = { graph: 'timeseries', table: 'table', trace: 'traces' };
const ORDER = ['traces', 'heatmap', 'timeseries', 'table'];

/** Groups the frames of an answer by the panel that draws them, as Explore does. Frames without fields are none. */
export function groupFrames(frames: DataFrame[]): ResultGroup[] {
  const groups = new Map<string, DataFrame[]>();
  for (const frame of frames.filter(({ fields }) => fields.length > 0)) {
    const pluginId = panelOf(frame);
    groups.set(pluginId, [...(groups.get(pluginId) ?? []), frame]);
  }
  const placeOf = (pluginId: string) => (ORDER.indexOf(pluginId) + ORDER.length + 1) % (ORDER.length + 1);
  return [...groups]
    .map(([pluginId, grouped]) => ({ pluginId, frames: grouped }))
    .sort((a, b) => placeOf(a.pluginId) - placeOf(b.pluginId));
}

function panelOf({ meta, fields }: DataFrame): string {
  const kind: string | undefined = meta?.type;
  if (meta?.preferredVisualisationPluginId) {
    return meta.preferredVisualisationPluginId;
  }
  const known = PANEL_OF_TYPE[meta?.preferredVisualisationType ?? ''];
  if (known) {
    return known;
  }
  if (kind === 'heatmap-cells') {
    return 'heatmap';
  }
  const has = (wanted: FieldType) => fields.some(({ type }) => type === wanted);
  const isSeries = kind ? kind.startsWith('timeseries') : fields[0]?.type === FieldType.time;
  return isSeries && has(FieldType.time) && has(FieldType.number) ? 'timeseries' : 'table';
}
