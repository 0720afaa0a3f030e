import { EventBusSrv } from '@grafana/data';
import {
  setAppEvents,
  setBackendSrv,
  setDataSourceSrv,
  setGrafanaLiveSrv,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { setPanelDataErrorView } from 'panel-data-error-view';
import type { WorkbenchSettings } from '../boot/settings';
import { shareModules } from '../plugins/load';
import { servePanelPlugins } from '../plugins/panels';
import { NoDataView } from '../panels/NoDataView';
import { registerStandIns } from '../panels/standIns';
import { HostBackendSrv } from './backendSrv';
import { HostDataSourceSrv } from './dataSourceSrv';
import { HostLiveSrv } from './liveSrv';
import { provideEditorWorkers } from './monaco';
import { fillRegistries } from './registries';
import { runRequest } from './runRequest';
import { SceneTemplateSrv } from './templateSrv';

/** Gives Grafana's packages what Grafana itself gives them when it starts. */
export function setUpRuntime(settings: WorkbenchSettings): void {
  setAppEvents(new EventBusSrv());
  setBackendSrv(new HostBackendSrv());
  setTemplateSrv(new SceneTemplateSrv());
  setDataSourceSrv(new HostDataSourceSrv(settings.dataSources));
  setGrafanaLiveSrv(new HostLiveSrv());
  setRunRequest(runRequest);
  setPanelDataErrorView(NoDataView);
  provideEditorWorkers();
  fillRegistries();
  shareModules();
  servePanelPlugins(settings);
  registerStandIns();
}
