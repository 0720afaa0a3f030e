import type { DataSourceApi } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { useEffect, useState } from 'react';

interface Loaded {
  uid: string;
  dataSource?: DataSourceApi;
  error?: string;
}

/** The data source of a uid with its plugin's components, once its bundle is loaded. */
export function useDataSource(uid: string | undefined): Omit<Loaded, 'uid'> {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Loaded) => {
      if (isCurrent) {
        setLoaded(next);
      }
    };
    if (uid !== undefined) {
      getDataSourceSrv()
        .get(uid)
        .then(
          (dataSource) => {
            show({ uid, dataSource });
          },
          (error: unknown) => {
            show({ uid, error: error instanceof Error ? error.message : String(error) });
          },
        );
    }
    return () => {
      isCurrent = false;
    };
  }, [uid]);
  if (uid === undefined) {
    return { error: 'No data source is provisioned.' };
  }
  return loaded?.uid === uid ? loaded : {};
}
