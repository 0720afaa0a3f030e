import { getBackendSrv } from '@grafana/runtime';
import { useEffect, useState } from 'react';

export interface DashboardHit {
  uid: string;
  title: string;
}

/** The provisioned dashboards. */
export function useDashboardList(): { dashboards: DashboardHit[]; error?: string } {
  const [state, setState] = useState<{ dashboards: DashboardHit[]; error?: string }>({ dashboards: [] });
  useEffect(() => {
    getBackendSrv()
      .get<DashboardHit[]>('/api/search')
      .then(
        (dashboards) => {
          setState({ dashboards });
        },
        () => {
          setState({ dashboards: [], error: 'The workbench’s host does not answer.' });
        },
      );
  }, []);
  return state;
}
