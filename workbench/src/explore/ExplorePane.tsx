import { css } from '@emotion/css';
import { CoreApp, type DataSourceApi } from '@grafana/data';
import { config } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { Button } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import { ExploreResults } from './ExploreResults';
import { ExploreScene } from './ExploreScene';
import { type ExploreState, refIdAt } from './exploreUrl';
import { QueryRows } from './QueryRows';
import { StartPage } from './StartPage';

const toolbar = css({ display: 'flex', gap: config.theme2.spacing(1), alignItems: 'center', flexWrap: 'wrap' });
const column = css({ display: 'flex', flexDirection: 'column', gap: config.theme2.spacing(2) });

interface PaneProps {
  dataSource: DataSourceApi;
  /** What the address asks for. */
  asked: ExploreState;
  /** Makes a state the address, which then asks for it. */
  onShow: (state: ExploreState) => void;
}

/** Queries being edited, and the answer to those that the address holds. */
export function ExplorePane({ dataSource, asked, onShow }: PaneProps) {
  const [drafts, setDrafts] = useState(() => draftsOf(asked, dataSource));
  const [shown, setShown] = useState(asked);
  if (shown !== asked) {
    setShown(asked);
    setDrafts(draftsOf(asked, dataSource));
  }
  // Editors change a query and run it in one go, before React draws again.
  const latest = useRef({ drafts, asked, onShow });
  useEffect(() => {
    latest.current = { drafts, asked, onShow };
  });
  const [scene] = useState(() => new ExploreScene(dataSource.uid, asked));
  useEffect(
    () =>
      scene.followRange((range) => {
        const now = latest.current;
        if (range.from !== now.asked.range.from || range.to !== now.asked.range.to) {
          now.onShow({ ...now.asked, range });
        }
      }),
    [scene],
  );
  useEffect(() => scene.activate(), [scene]);
  useEffect(() => {
    scene.show(asked);
  }, [scene, asked]);

  const change = (queries: DataQuery[]) => {
    latest.current.drafts = queries;
    setDrafts(queries);
  };
  const run = () => {
    const { drafts: queries, asked: before } = latest.current;
    if (JSON.stringify(queries) === JSON.stringify(before.queries)) {
      scene.runAgain();
    } else {
      latest.current.onShow({ ...before, queries });
    }
  };
  return (
    <div className={column}>
      <div className={toolbar}>
        <scene.state.timePicker.Component model={scene.state.timePicker} />
        <scene.state.refreshPicker.Component model={scene.state.refreshPicker} />
        <Button
          size="sm"
          variant="secondary"
          icon="plus"
          onClick={() => {
            change([...drafts, newQuery(dataSource, drafts)]);
          }}
        >
          Add query
        </Button>
        <Button size="sm" icon="play" onClick={run}>
          Run query
        </Button>
      </div>
      <QueryRows dataSource={dataSource} scene={scene} queries={drafts} onChange={change} onRunQuery={run} />
      {asked.queries.length > 0 ? (
        <ExploreResults scene={scene} />
      ) : (
        <StartPage
          dataSource={dataSource}
          query={drafts[0] ?? { refId: 'A' }}
          onClickExample={(query) => {
            change([{ ...query, refId: 'A' }]);
            run();
          }}
        />
      )}
    </div>
  );
}

const draftsOf = ({ queries }: ExploreState, dataSource: DataSourceApi) =>
  queries.length > 0 ? queries : [newQuery(dataSource, [])];

function newQuery(dataSource: DataSourceApi, others: DataQuery[]): DataQuery {
  const used = new Set(others.map(({ refId }) => refId));
  const free = others.map((_, index) => refIdAt(index)).find((refId) => !used.has(refId));
  return {
    ...dataSource.getDefaultQuery?.(CoreApp.Explore),
    refId: free ?? refIdAt(others.length),
    datasource: { uid: dataSource.uid, type: dataSource.type },
  };
}
