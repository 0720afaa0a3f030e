import type { DataSourceSettings } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import { wordsOf } from './api';

interface Loaded {
  uid: string;
  settings?: DataSourceSettings;
  error?: string;
}

/** The settings of a data source as they are saved. */
export function useSavedSettings(uid: string | undefined): Omit<Loaded, 'uid'> {
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Loaded) => {
      if (isCurrent) {
        setLoaded(next);
      }
    };
    if (uid !== undefined) {
      getBackendSrv()
        .get<DataSourceSettings>(`/api/datasources/uid/${encodeURIComponent(uid)}`)
        .then(
          (settings) => {
            show({ uid, settings });
          },
          (error: unknown) => {
            show({ uid, error: wordsOf(error) });
          },
        );
    }
    return () => {
      isCurrent = false;
    };
  }, [uid]);
  return loaded?.uid === uid ? (loaded ?? {}) : {};
}
