import { css } from '@emotion/css';
import { LoadingState } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Alert, LoadingBar } from '@grafana/ui';
import type { ExploreScene } from './ExploreScene';

const { spacing } = config.theme2;
const column = css({ display: 'flex', flexDirection: 'column', gap: spacing(2) });
const panelBox = css({ height: 420, display: 'flex', '> *': { flexGrow: 1 } });
const bar = css({ height: 2 });

/** The answer: what failed in words, and one panel per kind of frame. */
export function ExploreResults({ scene }: { scene: ExploreScene }) {
  const { panels } = scene.useState();
  const { data } = scene.state.$data.useState();
  const state = data?.state ?? LoadingState.NotStarted;
  const isOver = state === LoadingState.Done || state === LoadingState.Error;
  return (
    <section className={column} aria-label="Results" aria-busy={!isOver && state !== LoadingState.Streaming}>
      <div className={bar}>{state === LoadingState.Loading && <LoadingBar width={400} />}</div>
      {data?.errors?.map(({ refId, message, data: more }) => (
        <Alert key={`${refId ?? ''}${message ?? ''}`} title={`Query ${refId ?? ''} failed`}>
          {message ?? more?.message ?? 'The data source did not say why.'}
        </Alert>
      ))}
      {isOver && panels.length === 0 && !data?.errors?.length && <p>No data</p>}
      {panels.map((panel) => (
        <div key={panel.state.key} className={panelBox}>
          <panel.Component model={panel} />
        </div>
      ))}
    </section>
  );
}
