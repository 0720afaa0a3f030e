import type { QueryResultMetaNotice } from '@grafana/data';
import { SceneObjectBase, type SceneComponentProps, sceneGraph } from '@grafana/scenes';
import { Icon, Tooltip } from '@grafana/ui';

const ICONS = { info: 'info-circle', warning: 'exclamation-triangle', error: 'exclamation-circle' } as const;

/** What the data source has to say about a panel's data, at the panel's title as in Grafana. */
export class PanelNotices extends SceneObjectBase {
  static Component = Notices;
}

function Notices({ model }: SceneComponentProps<PanelNotices>) {
  const { data } = sceneGraph.getData(model).useState();
  const notices = new Map<string, QueryResultMetaNotice>();
  for (const frame of data?.series ?? []) {
    for (const notice of frame.meta?.notices ?? []) {
      notices.set(notice.text, notice);
    }
  }
  return [...notices.values()].map(({ severity, text }) => (
    <Tooltip key={text} content={text}>
      <span role="note" aria-label={text} tabIndex={0}>
        <Icon name={ICONS[severity]} />
      </span>
    </Tooltip>
  ));
}
