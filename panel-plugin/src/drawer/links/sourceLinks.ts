import { locationUtil, type DataSourceInstanceSettings, type DataSourceJsonData } from '@grafana/data';
import { config, getDataSourceSrv } from '@grafana/runtime';
import { LIMITS } from '../../contract/constants.gen';
import type { components } from '../../contract/query.gen';
import type { TraceDetail } from '../../detail/fetchTrace';
import type { PanelSource } from '../../source/panelSource';
import { exploreAddress, type LinkedSource } from './exploreAddress';
import { filledAddress } from './filledAddress';

type Settings = components['schemas']['DataSourceSettings'];
type WorkflowContext = NonNullable<TraceDetail['workflow']>;

/** A way from the trace to another data source. */
export interface SourceLink {
  kind: 'traces' | 'logs';
  /** Name of the other data source. */
  name: string;
  href: string;
}

const DEFAULTS = LIMITS.DataSourceSettings;

/** Settings of the panel's data source that the browser knows; empty when it is not known. */
function settingsOf(source: PanelSource | null | undefined): Settings {
  const instance: DataSourceInstanceSettings<DataSourceJsonData & Settings> | undefined = source
    ? getDataSourceSrv().getInstanceSettings(source.ref, source.scopedVars)
    : undefined;
  return instance?.jsonData ?? {};
}

/** Addresses of the pages of the workflow and of its run, where the settings have them and the names can be part of one. */
export function workflowLinks(
  source: PanelSource | null | undefined,
  { name = '', run_id: run = '' }: WorkflowContext
): { workflow: string | undefined; run: string | undefined } {
  const { workflowUrl, workflowRunUrl } = settingsOf(source);
  return {
    workflow: filledAddress(workflowUrl, { workflow: name }),
    run: run === '' ? undefined : filledAddress(workflowRunUrl, { workflow: name, run }),
  };
}

/** Links to the data sources that the applications report to. Those that this viewer cannot see are left out. */
export function sourceLinks(source: PanelSource | null | undefined, trace: TraceDetail): SourceLink[] {
  const settings = settingsOf(source);
  const startMs = Date.parse(trace.start_time);
  const linked = {
    traceId: trace.trace_id,
    requestId: trace.request_id,
    startMs: Number.isNaN(startMs) ? null : startMs,
    durationMs: trace.duration_ms,
  };
  return asked(settings).flatMap(({ kind, ...other }) => {
    const name = config.exploreEnabled ? getDataSourceSrv().getInstanceSettings({ uid: other.uid })?.name : undefined;
    const path = exploreAddress(other, linked);
    return name === undefined || path === undefined ? [] : [{ kind, name, href: locationUtil.assureBaseUrl(path) }];
  });
}

function asked(settings: Settings): (LinkedSource & Pick<SourceLink, 'kind'>)[] {
  const sources: (LinkedSource & Pick<SourceLink, 'kind'>)[] = [
    {
      kind: 'traces',
      uid: settings.tracesDataSourceUid ?? '',
      query: settings.tracesQuery || DEFAULTS.tracesQuery.default,
      property: settings.tracesQueryProperty || DEFAULTS.tracesQueryProperty.default,
      queryType: settings.tracesQueryType,
    },
    {
      kind: 'logs',
      uid: settings.logsDataSourceUid ?? '',
      query: settings.logsQuery || DEFAULTS.logsQuery.default,
      property: settings.logsQueryProperty || DEFAULTS.logsQueryProperty.default,
    },
  ];
  return sources.filter(({ uid }) => uid !== '');
}
