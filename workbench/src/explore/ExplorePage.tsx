import { locationService, getDataSourceSrv } from '@grafana/runtime';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { useMemo } from 'react';
import { useLocation } from '../page/useLocation';
import { ExplorePane } from './ExplorePane';
import { exploreUrl, readExploreUrl } from './exploreUrl';
import { useDataSource } from './useDataSource';

/** A stand-in for Explore: the data source's own editor and help, and panels that draw what it answers. */
export function ExplorePage() {
  const { search } = useLocation();
  const asked = useMemo(() => readExploreUrl(search), [search]);
  const uid = (getDataSourceSrv().getInstanceSettings(asked.datasource) ?? getDataSourceSrv().getList()[0])?.uid;
  const { dataSource, error } = useDataSource(uid);
  if (error) {
    return <Alert title="The data source cannot be used">{error}</Alert>;
  }
  if (!dataSource) {
    return <LoadingPlaceholder text="Loading the data source …" />;
  }
  return (
    <ExplorePane
      key={dataSource.uid}
      dataSource={dataSource}
      asked={asked}
      onShow={(state) => {
        locationService.push(exploreUrl({ ...state, datasource: dataSource.uid }));
      }}
    />
  );
}
