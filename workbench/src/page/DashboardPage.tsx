import { getBackendSrv, isFetchError } from '@grafana/runtime';
import { UrlSyncContextProvider } from '@grafana/scenes';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { useEffect, useState } from 'react';
import type { DashboardScene } from '../dashboard/DashboardScene';
import type { DashboardModel } from '../dashboard/model';
import { toScene } from '../dashboard/toScene';

type State = { scene: DashboardScene } | { error: string } | undefined;

/** One dashboard, or in words why it cannot be shown. */
export function DashboardPage({ uid }: { uid: string }) {
  const [state, setState] = useState<State>();
  useEffect(() => {
    let isCurrent = true;
    load(uid).then(
      (scene) => {
        if (isCurrent) {
          setState({ scene });
        }
      },
      (error: unknown) => {
        if (isCurrent) {
          setState({ error: wordsOf(error, uid) });
        }
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [uid]);

  if (!state) {
    return <LoadingPlaceholder text="Loading the dashboard …" />;
  }
  if ('error' in state) {
    return <Alert title="This dashboard cannot be shown">{state.error}</Alert>;
  }
  return (
    <UrlSyncContextProvider scene={state.scene} updateUrlOnInit createBrowserHistorySteps>
      <state.scene.Component model={state.scene} />
    </UrlSyncContextProvider>
  );
}

async function load(uid: string): Promise<DashboardScene> {
  const { dashboard } = await getBackendSrv().get<{ dashboard: DashboardModel }>(
    `/api/dashboards/uid/${encodeURIComponent(uid)}`,
  );
  return toScene(dashboard);
}

function wordsOf(error: unknown, uid: string): string {
  if (isFetchError(error)) {
    return error.status === 404 ? `There is no dashboard "${uid}".` : 'The workbench’s host did not answer.';
  }
  return error instanceof Error ? error.message : String(error);
}
