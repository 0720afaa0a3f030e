import { getDataSourceSrv } from '@grafana/runtime';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { useDataSource } from '../explore/useDataSource';
import { useLocation } from '../page/useLocation';
import { SettingsForm } from './SettingsForm';
import { useSavedSettings } from './useSavedSettings';

/** The settings of a data source (`?uid=`, or the first one), with the plugin's own editor. */
export function SettingsPage() {
  const { search } = useLocation();
  const asked = new URLSearchParams(search).get('uid');
  const uid = asked ?? getDataSourceSrv().getList()[0]?.uid;
  const { dataSource, error } = useDataSource(uid);
  const saved = useSavedSettings(uid);
  const failed = error ?? saved.error;
  if (failed) {
    return <Alert title="The settings cannot be shown">{failed}</Alert>;
  }
  const Editor = dataSource?.components?.ConfigEditor;
  if (!dataSource || !saved.settings) {
    return <LoadingPlaceholder text="Loading the settings …" />;
  }
  return Editor ? <SettingsForm key={uid} Editor={Editor} saved={saved.settings} /> : <p>It has no settings.</p>;
}
